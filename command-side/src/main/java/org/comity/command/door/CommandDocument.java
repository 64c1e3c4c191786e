package org.comity.command.door;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.PathItem;
import io.swagger.v3.oas.models.Paths;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.parameters.RequestBody;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.comity.api.Command;
import org.comity.api.Kebab;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Adds every command to the OpenAPI document: its path and form from its record, its description from the table of its life. */
@Component
class CommandDocument implements OpenApiCustomizer {
    /** Version of the interface, not of the program: it grows when what was said before no longer holds. */
    private static final String INTERFACE = "1";

    private static final String PROBLEM = "Problem";
    private static final String ANSWER = "CommandAnswer";

    /** What an answer that is not the expected one means, by status. */
    private static final Map<String, String> PROBLEMS = problems();

    @Override
    public void customise(OpenAPI document) {
        document.setInfo(new Info()
                .title("Comity")
                .version(INTERFACE)
                .description(
                        "Requests for mutual legal assistance and for the preservation of data between States: commands,"
                                + " what is open to whom, lists and histories. Refusals are problem documents (RFC 9457) with a"
                                + " stable `code`."));
        if (document.getPaths() == null) {
            document.setPaths(new Paths());
        }
        if (document.getComponents() == null) {
            document.setComponents(new Components());
        }
        var schemas = new CommandSchemas();
        Components components = document.getComponents();
        components.addSchemas(PROBLEM, problem());
        components.addSchemas(ANSWER, answer());
        components.addSchemas("Act", schemas.of(SpokenAct.class, Set.of()));
        for (Family family : Family.ALL) {
            String path = "/api/" + family.path();
            add(document, schemas, family, path, family.creation(), "201");
            family.incoming().ifPresent(type -> add(document, schemas, family, path + "/incoming", type, "201"));
            family.commands()
                    .forEach((name, type) -> add(document, schemas, family, path + "/{id}/" + name, type, "200"));
        }
        schemas.named().forEach(components::addSchemas);
    }

    private static void add(
            OpenAPI document,
            CommandSchemas schemas,
            Family family,
            String path,
            Class<? extends Command> type,
            String success) {
        String name = Kebab.of(type);
        String schemaName = family.commandName() + "." + name;
        Schema<?> schema = Proposal.isConfirmation(type)
                ? schemas.of(Proposal.Confirmation.class, Set.of())
                : schemas.of(type, Set.of("id"));
        schema.addProperty("act", CommandSchemas.reference("Act"));
        document.getComponents().addSchemas(schemaName, schema);

        var operation = new Operation()
                .operationId(schemaName)
                .addTagsItem(family.path())
                .summary(name)
                .description(family.description(name))
                .requestBody(new RequestBody().required(true).content(json(schemaName)));
        if (path.contains("{id}")) {
            operation.addParametersItem(
                    parameter("path", "id", "uuid", "Which one is meant.").required(true));
            operation.addParametersItem(parameter(
                    "header", HttpHeaders.IF_MATCH, null, "The version that you have seen: the ETag of an answer."));
        }
        operation.addParametersItem(
                parameter(
                        "header",
                        Knock.IDEMPOTENCY_KEY,
                        null,
                        "1 to 200 visible ASCII characters of your own; a repeat under the same key gets the first answer again."));
        operation.setResponses(responses(success, family.mayNeedTwo(name)));
        document.getPaths().computeIfAbsent(path, ignored -> new PathItem()).setPost(operation);
    }

    private static ApiResponses responses(String success, boolean mayNeedTwo) {
        var responses = new ApiResponses();
        ApiResponse done = new ApiResponse()
                .description("It is in the log.")
                .content(json(ANSWER))
                .addHeaderObject(HttpHeaders.ETAG, header("The version after the command."))
                .addHeaderObject(
                        Answers.POSITION, header("Give it to a list or view as `after`, to read your own write."));
        if (success.equals("201")) {
            done.addHeaderObject(HttpHeaders.LOCATION, header("Where it can be read."));
        }
        responses.addApiResponse(success, done);
        if (mayNeedTwo) {
            responses.addApiResponse(
                    "202",
                    new ApiResponse()
                            .description("It is proposed to a second person.")
                            .content(json(ANSWER)));
        }
        PROBLEMS.forEach((status, meaning) -> responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(meaning)
                        .content(new Content()
                                .addMediaType(
                                        "application/problem+json",
                                        new MediaType().schema(CommandSchemas.reference(PROBLEM))))));
        return responses;
    }

    private static Map<String, String> problems() {
        var problems = new LinkedHashMap<String, String>();
        problems.put("400", "The form is wrong; `errors` says where.");
        problems.put("401", "Nobody is signed in.");
        problems.put("404", "It does not exist, or you may not know of it.");
        problems.put("403", "You may see it and may not do this.");
        problems.put("409", "It cannot be done now; after a stale `If-Match`, `changed` lists what came since.");
        problems.put("413", "The body is too large.");
        problems.put("415", "The body is not application/json.");
        problems.put("422", "What is said cannot stand.");
        problems.put("503", "Not available now; try again after `Retry-After` seconds.");
        return problems;
    }

    private static Parameter parameter(String in, String name, @Nullable String format, String description) {
        return new Parameter()
                .in(in)
                .name(name)
                .description(description)
                .schema(CommandSchemas.text(format, description));
    }

    private static Header header(String description) {
        Header header = new Header();
        header.setDescription(description);
        header.setSchema(CommandSchemas.typed("string"));
        return header;
    }

    private static Content json(String schema) {
        return new Content().addMediaType("application/json", new MediaType().schema(CommandSchemas.reference(schema)));
    }

    private static Schema<?> answer() {
        Schema<?> event = CommandSchemas.typed("object");
        event.addProperty("name", CommandSchemas.text(null, "Name of the event, such as ReceiptAcknowledged."));
        event.addProperty("eventId", CommandSchemas.text("uuid", "By which a correction names it."));
        event.addProperty("sequence", CommandSchemas.typed("integer"));
        Schema<?> events = CommandSchemas.typed("array");
        events.setItems(event);

        Schema<?> answer = CommandSchemas.typed("object");
        answer.addProperty("proposal", CommandSchemas.text("uuid", "What a second person confirms or declines."));
        answer.addProperty("id", CommandSchemas.text("uuid", "Which one it is."));
        answer.addProperty("reference", CommandSchemas.text(null, "The form of the id that can be dictated."));
        answer.addProperty("version", CommandSchemas.typed("integer"));
        answer.addProperty("position", CommandSchemas.text(null, "Opaque; for `after`."));
        answer.addProperty("status", CommandSchemas.text(null, "Where it stands after the command."));
        answer.addProperty("events", events);
        return answer;
    }

    private static Schema<?> problem() {
        Schema<?> error = CommandSchemas.typed("object");
        error.addProperty("field", CommandSchemas.text(null, "Path of the field, such as items.L1."));
        error.addProperty("rule", CommandSchemas.text(null, "The rule that it breaks."));
        error.addProperty("source", CommandSchemas.text(null, "Where the rule comes from."));
        Schema<?> errors = CommandSchemas.typed("array");
        errors.setItems(error);

        Schema<?> problem = CommandSchemas.typed("object");
        problem.addProperty("type", CommandSchemas.text("uri", "Names the kind of problem."));
        problem.addProperty("title", CommandSchemas.text(null, "The kind of problem in words."));
        problem.addProperty("status", CommandSchemas.typed("integer"));
        problem.addProperty("detail", CommandSchemas.text(null, "What is wrong, as a sentence."));
        problem.addProperty("code", CommandSchemas.text(null, "Stable code, such as mla.not-allowed-in-status."));
        problem.addProperty("source", CommandSchemas.text(null, "Row of the law and articles that it rests on."));
        problem.addProperty("errors", errors);
        return problem;
    }
}
