package org.comity.command.door;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import java.util.regex.Pattern;
import org.comity.api.Command;
import org.comity.api.Kebab;
import org.comity.api.Login;
import org.comity.command.door.form.FieldError.BadForm;
import org.jspecify.annotations.Nullable;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The paths by which commands come in. They are described from the records, see {@link CommandDocument}. */
@Hidden
@RestController
class CommandDoor {
    private static final String FAMILY =
            "/api/{family:mla-requests|preservation-requests|spontaneous-information|authorities}";

    /** The JDK also reads shortened forms, so that one request would have many paths. */
    private static final Pattern ID =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private final Reception reception;

    CommandDoor(Reception reception) {
        this.reception = reception;
    }

    @PostMapping(path = FAMILY, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(
            @PathVariable String family, @AuthenticationPrincipal @Nullable Login login, HttpServletRequest request)
            throws IOException {
        Family known = family(family, request);
        return receive(known, null, known.creation(), login, request);
    }

    @PostMapping(path = FAMILY + "/incoming", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> takeIn(
            @PathVariable String family, @AuthenticationPrincipal @Nullable Login login, HttpServletRequest request)
            throws IOException {
        Family known = family(family, request);
        return receive(known, null, known.incoming().orElse(null), login, request);
    }

    @PostMapping(path = FAMILY + "/{id}/{command}", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> command(
            @PathVariable String family,
            @PathVariable String id,
            @PathVariable String command,
            @AuthenticationPrincipal @Nullable Login login,
            HttpServletRequest request)
            throws IOException {
        Family known = family(family, request);
        UUID target = id(id, request);
        return receive(known, target, known.commands().get(command), login, request);
    }

    private ResponseEntity<byte[]> receive(
            Family family,
            @Nullable UUID target,
            @Nullable Class<? extends Command> type,
            @Nullable Login login,
            HttpServletRequest request)
            throws IOException {
        if (type == null) {
            throw new NoSuchCommand();
        }
        String name = Kebab.of(type);
        request.setAttribute(Refusals.COMMAND, name);
        return reception.answer(Knock.read(family, target, type, name, request), login);
    }

    private static Family family(String path, HttpServletRequest request) {
        Family family = Family.find(path).orElseThrow(NoSuchCommand::new);
        request.setAttribute(Refusals.FAMILY, family.path());
        return family;
    }

    private static UUID id(String text, HttpServletRequest request) {
        if (!ID.matcher(text).matches()) {
            throw new BadForm("id", "An id is a UUID, such as 3f0c4f0e-6f0a-4f5e-9d55-0b4a1a9c7e21.");
        }
        UUID id = UUID.fromString(text);
        request.setAttribute(Refusals.ID, id);
        return id;
    }

    /** A path that names no command; says nothing about the request behind it, at which nobody has looked. */
    static final class NoSuchCommand extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchCommand() {
            super("no such command", null, false, false);
        }
    }
}
