package org.comity.standalone.practice;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Map;
import org.comity.command.door.Problem;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The world clock, to read for everybody who is signed in and to move for the administrator. */
@RestController
@RequestMapping("/practice/clock")
final class PracticeClockResource {
    private static final String FORM = "the body is {\"now\": \"<instant>\"}";
    private static final Instant LAST = Instant.parse("2200-01-01T00:00:00Z");

    private final WorldClock clock;
    private final ClockWalk walk;

    PracticeClockResource(WorldClock clock, ClockWalk walk) {
        this.clock = clock;
        this.walk = walk;
    }

    @GetMapping
    Map<String, String> now() {
        return Map.of("now", clock.instant().toString());
    }

    @PostMapping
    Map<String, String> walk(@RequestBody Map<String, String> body) {
        String moment = body.get("now");
        if (moment == null || body.size() != 1) {
            throw new IllegalArgumentException(FORM);
        }
        return Map.of("now", walk.to(instant(moment)).toString());
    }

    private static Instant instant(String text) {
        try {
            Instant instant = OffsetDateTime.parse(text).toInstant();
            if (!instant.isAfter(LAST)) {
                return instant;
            }
        } catch (DateTimeException e) {
            // falls through to the one sentence below
        }
        throw new IllegalArgumentException("now is an instant with offset, such as 2026-03-02T09:10Z, before " + LAST);
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(IllegalArgumentException e) {
        return Problem.of(
                        HttpStatus.BAD_REQUEST, "The form is wrong", "clock.malformed", String.valueOf(e.getMessage()))
                .answer();
    }

    @ExceptionHandler
    ResponseEntity<byte[]> refuse(IllegalStateException e) {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "The walk has not finished",
                        "clock.not-finished",
                        String.valueOf(e.getMessage()))
                .answer();
    }
}
