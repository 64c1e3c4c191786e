package org.comity.query.web;

import com.fasterxml.jackson.core.JsonProcessingException;
import io.swagger.v3.core.util.Json31;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.headers.Header;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import io.swagger.v3.oas.models.responses.ApiResponses;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springdoc.core.customizers.OpenApiCustomizer;
import org.springdoc.core.customizers.OperationCustomizer;
import org.springframework.core.GenericTypeResolver;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.http.HttpHeaders;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.method.HandlerMethod;

/** Describes what this side answers, from the records of the views, in place of what springdoc would guess from classes. */
@Component
final class ViewDocument implements OperationCustomizer, OpenApiCustomizer {
    private static final Pattern REFERENCE = Pattern.compile("\"#/components/schemas/([^\"]+)\"");

    private final ViewSchemas schemas = new ViewSchemas();

    @Override
    public Operation customize(Operation operation, HandlerMethod method) {
        if (!method.getBeanType().isAnnotationPresent(JsonResource.class)) {
            return operation;
        }
        var responses = new ApiResponses();
        ApiResponse found = new ApiResponse().description("As it is now.").content(found(method));
        responses.addApiResponse("200", found);
        boolean one = operation.getParameters() != null
                && operation.getParameters().stream()
                        .anyMatch(parameter -> parameter.getIn().equals("path"));
        if (operation.getParameters() != null) {
            problem(responses, "400", "A parameter does not have its form; `errors` says which.");
            problem(responses, "503", "The register has not come as far as `after`; ask again in a second.");
        }
        problem(responses, "401", "Nobody is signed in.");
        if (one) {
            problem(responses, "404", "It does not exist, or you may not know of it.");
        }
        if (method.getReturnType().getParameterType() == ResponseEntity.class
                && method.getMethod().getName().equals("one")) {
            found.addHeaderObject(
                    HttpHeaders.ETAG,
                    new Header().description("The version, for `If-Match`.").schema(ViewSchemas.typed("string")));
        }
        operation.setResponses(responses);
        operation.setOperationId(
                operation.getTags().getFirst() + "." + method.getMethod().getName());
        return operation;
    }

    @Override
    public void customise(OpenAPI document) {
        synchronized (schemas) {
            schemas.named().forEach(document.getComponents()::addSchemas);
        }
        // what springdoc made of our classes is no longer referred to, and would say what is not true
        Set<String> all = document.getComponents().getSchemas().keySet();
        boolean fewer = all.retainAll(referred(document));
        while (fewer) {
            fewer = all.retainAll(referred(document));
        }
    }

    /** What is opened on the way does not show in the type of a method, so it is stated; everything else does. */
    private static Type view(HandlerMethod method) {
        Answers answers = method.getMethodAnnotation(Answers.class);
        if (answers == null && method.getReturnType().getParameterType() == ResponseEntity.class) {
            answers = method.getBeanType().getAnnotation(Answers.class);
        }
        return answers != null
                ? answers.value()
                : GenericTypeResolver.resolveType(method.getMethod().getGenericReturnType(), method.getBeanType());
    }

    /** Bytes are a file, of the type that its method says; everything else is a view. */
    private Content found(HandlerMethod method) {
        Type view = view(method);
        if (view instanceof ParameterizedType answer && answer.getActualTypeArguments()[0] == byte[].class) {
            RequestMapping mapping =
                    AnnotatedElementUtils.findMergedAnnotation(method.getMethod(), RequestMapping.class);
            String[] types = mapping == null ? new String[0] : mapping.produces();
            return content(
                    types.length == 1 ? types[0] : "application/octet-stream",
                    ViewSchemas.typed("string").format("binary"));
        }
        return content("application/json", schema(view));
    }

    private Schema<?> schema(Type view) {
        synchronized (schemas) {
            return schemas.of(view);
        }
    }

    private static Set<String> referred(OpenAPI document) {
        var referred = new HashSet<String>();
        try {
            Matcher references = REFERENCE.matcher(Json31.mapper().writeValueAsString(document));
            while (references.find()) {
                referred.add(references.group(1));
            }
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the description of the resources cannot be written", e);
        }
        return referred;
    }

    private static void problem(ApiResponses responses, String status, String meaning) {
        responses.addApiResponse(
                status,
                new ApiResponse()
                        .description(meaning)
                        .content(content("application/problem+json", ViewSchemas.reference("Problem"))));
    }

    private static Content content(String type, Schema<?> schema) {
        return new Content().addMediaType(type, new MediaType().schema(schema));
    }
}
