package org.comity.query.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import org.comity.api.Refused;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;

/**
 * Why a question was not answered, as RFC 9457 has it and as the door says it.
 *
 * @param code stable code of the reason
 * @param errors the parameters that cannot stand
 */
record Problem(
        String type,
        String title,
        int status,
        String detail,
        String code,
        @JsonInclude(JsonInclude.Include.NON_EMPTY) List<Problem.Fault> errors) {

    /** One parameter and the rule that it breaks. */
    record Fault(String field, String rule) {}

    static Problem of(HttpStatus status, String title, String code, String detail, List<Fault> errors) {
        return new Problem("urn:comity:problem:" + code, title, status.value(), detail, code, errors);
    }

    /** Word for word what the door answers to a command. */
    static Problem of(Refused refused) {
        return switch (refused.kind()) {
            case UNKNOWN -> of(HttpStatus.NOT_FOUND, "There is no such thing", refused);
            case FORBIDDEN -> of(HttpStatus.FORBIDDEN, "This is not for you to do", refused);
            case CONFLICT -> of(HttpStatus.CONFLICT, "This cannot be done now", refused);
            case UNACCEPTABLE -> of(HttpStatus.UNPROCESSABLE_CONTENT, "What is said cannot stand", refused);
        };
    }

    private static Problem of(HttpStatus status, String title, Refused refused) {
        return of(status, title, refused.code(), refused.sentence(), List.of());
    }

    ResponseEntity.BodyBuilder head() {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .cacheControl(CacheControl.noStore());
    }
}
