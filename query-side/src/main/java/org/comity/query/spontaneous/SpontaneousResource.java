package org.comity.query.spontaneous;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.api.spontaneous.SpontaneousView;
import org.comity.query.register.RequestResource;
import org.comity.query.web.Answers;
import org.comity.query.web.JsonResource;
import org.springframework.web.bind.annotation.RequestMapping;

/** Spontaneous information as JSON. */
@JsonResource
@RequestMapping("/api/spontaneous-information")
@Tag(name = "spontaneous-information", description = "Spontaneous information")
@Answers(SpontaneousView.class)
class SpontaneousResource extends RequestResource<SpontaneousStatus, SpontaneousView> {
    SpontaneousResource(SpontaneousKind kind, SpontaneousRegister register, Tools tools) {
        super(kind, register, tools);
    }
}
