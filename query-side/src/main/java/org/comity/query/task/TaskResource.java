package org.comity.query.task;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.comity.api.Login;
import org.comity.api.view.Page;
import org.comity.api.view.TaskView;
import org.comity.query.projection.Reached;
import org.comity.query.register.Filters;
import org.comity.query.web.JsonResource;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Tasks as JSON. */
@JsonResource
@Tag(name = "tasks", description = "What waits for a person")
class TaskResource {
    private final TaskList tasks;
    private final Reached reached;

    TaskResource(TaskList tasks, Reached reached) {
        this.tasks = tasks;
        this.reached = reached;
    }

    @GetMapping("/api/tasks")
    @Operation(summary = "What waits for the reader, what is due first before all")
    Page<TaskView> tasks(
            @RequestParam(required = false) @Parameter(description = Filters.AFTER) @Nullable String after,
            @AuthenticationPrincipal Login login) {
        reached.await(TaskList.NAME, after);
        return new Page<>(tasks.find(login.actor()), null);
    }
}
