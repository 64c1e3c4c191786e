package org.comity.command.door;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.comity.log.store.LogUnavailable;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataAccessResourceFailureException;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionException;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

/**
 * Makes a problem document of whatever fails for a program and is nobody's answer: a failure of ours, or of what we
 * stand on. The log of the node says what it was, the answer does not.
 */
@Component
class NodeFailures implements HandlerExceptionResolver, Ordered {
    private static final Logger LOG = LoggerFactory.getLogger(NodeFailures.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final String NOTHING_RECORDED = "Nothing was recorded. Try again in a moment.";

    private final Refusals refusals;

    NodeFailures(Refusals refusals) {
        this.refusals = refusals;
    }

    /** After all who have something better to say. */
    @Override
    public int getOrder() {
        return Ordered.LOWEST_PRECEDENCE;
    }

    @Override
    public @Nullable ModelAndView resolveException(
            HttpServletRequest request, HttpServletResponse response, @Nullable Object handler, Exception e) {
        if (!FrameworkProblems.isForPrograms(request) || response.isCommitted()) {
            return null;
        }
        Problem problem = problem(e);
        refusals.count(problem, request);
        try {
            problem.writeTo(response);
        } catch (IOException gone) {
            LOG.debug("nobody waits for the answer any more", gone);
        }
        return new ModelAndView();
    }

    /** True for what says by its type that something we stand on is gone. */
    static boolean isOutage(Exception e) {
        return e instanceof LogUnavailable || e instanceof DataAccessException || e instanceof TransactionException;
    }

    /** What is told of a failure; the whole of it goes to the log of the node. */
    static Problem problem(Exception e) {
        Problem problem = told(e);
        LOG.error("answered with {}", problem.code(), e);
        return problem;
    }

    private static Problem told(Exception e) {
        if (e instanceof LogUnavailable log && log.isInDoubt()) {
            return unavailable(
                    "Whether this was recorded is not known. Send it again with the same Idempotency-Key, or look first.");
        }
        return switch (e) {
            case LogUnavailable gone -> unavailable(NOTHING_RECORDED);
            case DataAccessResourceFailureException gone -> unavailable(NOTHING_RECORDED);
            case TransientDataAccessException gone -> unavailable(NOTHING_RECORDED);
            case CannotCreateTransactionException gone -> unavailable(NOTHING_RECORDED);
            default ->
                Problem.of(
                        HttpStatus.INTERNAL_SERVER_ERROR,
                        "The node failed",
                        "node.failure",
                        "The node failed. Whoever runs it finds the reason in its log.");
        };
    }

    private static Problem unavailable(String sentence) {
        return new Problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "Not available now",
                "node.unavailable",
                sentence,
                null,
                List.of(),
                Map.of(),
                SOON);
    }
}
