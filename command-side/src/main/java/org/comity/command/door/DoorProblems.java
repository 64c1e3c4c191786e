package org.comity.command.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.comity.api.Login;
import org.comity.api.Malformed;
import org.comity.api.Office;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.command.door.form.BodyText;
import org.comity.command.door.form.FieldError;
import org.comity.command.door.form.FieldError.BadForm;
import org.comity.command.door.form.FieldError.TooLarge;
import org.comity.law.lifecycle.OwnSide;
import org.comity.log.dispatch.StaleVersion;
import org.comity.log.store.EventLog;
import org.jspecify.annotations.Nullable;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** Says why a command was not done. */
@RestControllerAdvice(assignableTypes = {CommandDoor.class, CosignatureDoor.class})
@Order(Ordered.HIGHEST_PRECEDENCE)
class DoorProblems {
    private final EventLog log;
    private final Refusals refusals;

    DoorProblems(EventLog log, Refusals refusals) {
        this.log = log;
        this.refusals = refusals;
    }

    /** An event that came after the version that the sender had seen. */
    record Changed(long sequence, String event, String recordedAt) {}

    @ExceptionHandler
    ResponseEntity<byte[]> badForm(BadForm e, HttpServletRequest request) {
        return refuse(Problem.of(e.errors()), request);
    }

    /** A value that its own type refused although the form was walked: still the sender's, not ours. */
    @ExceptionHandler
    ResponseEntity<byte[]> malformed(Malformed e, HttpServletRequest request) {
        return refuse(Problem.of(List.of(new FieldError("body", String.valueOf(e.getMessage())))), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> tooLarge(TooLarge e, HttpServletRequest request) {
        return refuse(
                Problem.of(
                        HttpStatus.CONTENT_TOO_LARGE,
                        "The body is too large",
                        "form.too-large",
                        "A body has at most " + BodyText.MOST_BYTES + " bytes."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> notSignedIn(Reception.NotSignedIn e, HttpServletRequest request) {
        return refuse(
                Problem.of(HttpStatus.UNAUTHORIZED, "Nobody is signed in", "login.unknown", "Sign in first."), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> noSuchCommand(CommandDoor.NoSuchCommand e, HttpServletRequest request) {
        return refuse(
                Problem.of(
                        HttpStatus.NOT_FOUND,
                        "There is no such command",
                        "command.unknown",
                        "There is no command of this name that a person may send."),
                request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refused(Refused e, HttpServletRequest request) {
        return refuse(Problem.of(e), request);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> stale(StaleVersion e, HttpServletRequest request) {
        List<Recorded<?>> history = log.read(e.stream());
        long version = OwnSide.version(history.stream().map(Recorded::fact).toList(), state());
        if (e.seen() > e.current()) {
            var never = new FieldError(
                    HttpHeaders.IF_MATCH, "There has never been this version; the present one is " + version + ".");
            return refuse(Problem.of(List.of(never)), request);
        }
        List<Changed> changed = history.stream()
                .filter(recorded -> recorded.fact().sequence() > e.seen())
                .filter(recorded -> OwnSide.shows(recorded.fact(), state()))
                .map(recorded -> new Changed(
                        recorded.fact().sequence(),
                        recorded.event().getClass().getSimpleName(),
                        recorded.recordedAt().toString()))
                .toList();
        Refused refused = Refused.conflict(
                        "version.stale", "Somebody else was first; look at what has changed and decide again.")
                .with("changed", changed)
                .with("version", version);
        return refuse(Problem.of(refused), request);
    }

    /** The State for which the person at the door acts. */
    private static @Nullable StateCode state() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        Office office = who != null && who.getPrincipal() instanceof Login login
                ? login.actor().office()
                : null;
        return office == null ? null : office.state();
    }

    /** Told by the last resolver, as where there is nothing. */
    @ExceptionHandler
    ResponseEntity<byte[]> nothing(ResponseStatusException e, HttpServletRequest request) {
        return refuse(Problem.noSuchPath(), request);
    }

    /** Here and not only in the last resolver, because no other may take a failed command for a client that has gone. */
    @ExceptionHandler
    ResponseEntity<byte[]> failure(RuntimeException e, HttpServletRequest request) {
        return refuse(NodeFailures.problem(e), request);
    }

    private ResponseEntity<byte[]> refuse(Problem problem, HttpServletRequest request) {
        refusals.count(problem, request);
        return problem.answer();
    }
}
