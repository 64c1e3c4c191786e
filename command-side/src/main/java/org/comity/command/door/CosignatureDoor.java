package org.comity.command.door;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.comity.api.Login;
import org.comity.api.Mandate;
import org.comity.command.door.form.BodyText;
import org.comity.command.door.form.FieldError.BadForm;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Unreadable;
import org.comity.log.transparency.TransparencyLog;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/**
 * Takes in what witnesses say of the log. It is no command: nothing about a request changes, and the signature itself says who
 * speaks, so whoever may read the log may bring it.
 */
@Hidden
@RestController
class CosignatureDoor {
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    private final TransparencyLog log;

    CosignatureDoor(TransparencyLog log) {
        this.log = log;
    }

    /** The body is a checkpoint of this log with the signature lines of witnesses; the answer is all that is kept of it. */
    @PostMapping(path = "/log/cosignatures", consumes = MediaType.TEXT_PLAIN_VALUE)
    ResponseEntity<byte[]> take(@AuthenticationPrincipal @Nullable Login login, HttpServletRequest request)
            throws IOException {
        Mandate mandate = login == null ? null : login.actor().mandate();
        if (mandate != Mandate.AUDITOR && mandate != Mandate.ADMINISTRATOR && mandate != Mandate.WITNESS) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        try {
            SignedNote kept = log.cosigned(SignedNote.parse(text(BodyText.bytes(request))));
            return ResponseEntity.ok().contentType(TEXT).body(kept.toString().getBytes(StandardCharsets.UTF_8));
        } catch (Unreadable e) {
            throw new BadForm("body", "The body is a checkpoint with signature lines: " + e.getMessage() + ".");
        }
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new BadForm("body", "The body is UTF-8.");
        }
    }
}
