package org.comity.query.web;

import java.util.List;
import org.comity.api.Refused;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says why a question was not answered. */
@RestControllerAdvice(annotations = JsonResource.class)
final class ProblemAdvice {

    @ExceptionHandler
    ResponseEntity<Problem> bad(BadParameter bad) {
        Problem problem = Problem.of(
                HttpStatus.BAD_REQUEST,
                "The form is wrong",
                "form.wrong",
                "The parameter " + bad.name() + " " + bad.form() + ".",
                List.of(new Problem.Fault(bad.name(), bad.form())));
        return problem.head().body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> refused(Refused refused) {
        Problem problem = Problem.of(refused);
        return problem.head().body(problem);
    }

    @ExceptionHandler
    ResponseEntity<Problem> notYet(NotYet notYet) {
        Problem problem = Problem.of(
                HttpStatus.SERVICE_UNAVAILABLE,
                "It is not there yet",
                "register.not-yet",
                "The register has not come that far yet; ask again in a second.",
                List.of());
        return problem.head().header(HttpHeaders.RETRY_AFTER, "1").body(problem);
    }
}
