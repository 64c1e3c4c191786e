package org.comity.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import org.comity.command.door.form.FieldError;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.TypeMismatchException;
import org.springframework.core.Ordered;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.stereotype.Component;
import org.springframework.web.ErrorResponse;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Makes a problem document of what the framework refuses to programs before any of our code sees it, and of what it
 * would take for something else.
 */
@Component
class FrameworkProblems implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(FrameworkProblems.class);

    private static final List<String> FOR_PROGRAMS = List.of("/api/", "/log/", "/practice/", "/actuator/");

    private final Refusals refusals;

    FrameworkProblems(Refusals refusals) {
        this.refusals = refusals;
    }

    /** Before the framework's own resolver, which knows no problem documents. */
    @Override
    public int getOrder() {
        return Ordered.HIGHEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        Problem problem = isForPrograms(request) ? problem(handler, e) : null;
        if (problem == null || response.isCommitted()) {
            return null;
        }
        if (e instanceof ErrorResponse refused) {
            keep(refused.getHeaders(), HttpHeaders.ALLOW, response);
            keep(refused.getHeaders(), HttpHeaders.ACCEPT, response);
        }
        refusals.count(problem, request);
        try {
            problem.writeTo(response);
        } catch (IOException gone) {
            LOG.debug("nobody waits for the answer any more", gone);
        }
        return new ModelAndView();
    }

    /** True below the paths at which nothing but programs asks. */
    static boolean isForPrograms(HttpServletRequest request) {
        return FOR_PROGRAMS.stream().anyMatch(request.getRequestURI()::startsWith);
    }

    private static @Nullable Problem problem(@Nullable Object handler, Exception e) {
        // A database that hangs up ends in "connection reset", which the framework takes for a client that has hung up:
        // it
        // would answer with an empty 200.
        if (NodeFailures.isOutage(e)) {
            return NodeFailures.problem(e);
        }
        if (e instanceof HttpMessageNotReadableException) {
            return Problem.of(List.of(new FieldError("body", "The body cannot be read.")));
        }
        if (e instanceof TypeMismatchException mismatch) {
            String name = mismatch.getPropertyName() == null ? "path" : mismatch.getPropertyName();
            return Problem.of(List.of(new FieldError(name, "This value does not have the form that stands here.")));
        }
        // Where nothing else answers, static resources do, and say that they cannot be posted to.
        HttpStatusCode status = handler instanceof ResourceHttpRequestHandler
                ? HttpStatus.NOT_FOUND
                : e instanceof ErrorResponse refused ? refused.getStatusCode() : null;
        return status == null ? null : problem(status);
    }

    private static @Nullable Problem problem(HttpStatusCode status) {
        HttpStatus known = HttpStatus.resolve(status.value());
        if (known == null) {
            return null;
        }
        return switch (known) {
            case NOT_FOUND -> Problem.noSuchPath();
            case METHOD_NOT_ALLOWED ->
                Problem.of(status, "Not with this method", "path.other-method", "This path takes other methods.");
            case UNSUPPORTED_MEDIA_TYPE ->
                Problem.of(status, "Not this kind of body", "form.media-type", "A body is application/json.");
            case NOT_ACCEPTABLE ->
                Problem.of(status, "Not this kind of answer", "form.accept", "Answers are application/json.");
            case BAD_REQUEST ->
                Problem.of(status, "The form is wrong", "form.wrong", "The form of the request is wrong.");
            case CONTENT_TOO_LARGE ->
                Problem.of(status, "The body is too large", "form.too-large", "The body is too large.");
            default -> null;
        };
    }

    private static void keep(HttpHeaders from, String name, HttpServletResponse response) {
        String value = from.getFirst(name);
        if (value != null) {
            response.setHeader(name, String.join(", ", from.getOrEmpty(name)));
        }
    }
}
