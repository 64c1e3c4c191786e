package org.comity.command.door;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.UUID;
import org.comity.api.Command;
import org.comity.api.Login;
import org.comity.log.names.Kebab;
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
    private static final String FAMILY = "/api/{family:mla-requests|preservation-requests|authorities}";

    private final Reception reception;

    CommandDoor(Reception reception) {
        this.reception = reception;
    }

    @PostMapping(path = FAMILY, consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> create(
            @PathVariable String family, @AuthenticationPrincipal @Nullable Login login, HttpServletRequest request)
            throws IOException {
        Family known = DoorPaths.family(family, request);
        return receive(known, null, known.creation(), login, request);
    }

    @PostMapping(path = FAMILY + "/incoming", consumes = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<byte[]> takeIn(
            @PathVariable String family, @AuthenticationPrincipal @Nullable Login login, HttpServletRequest request)
            throws IOException {
        Family known = DoorPaths.family(family, request);
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
        Family known = DoorPaths.family(family, request);
        UUID target = DoorPaths.id(id, request);
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
            throw new DoorPaths.NoSuchCommand();
        }
        String name = Kebab.of(type);
        request.setAttribute(DoorPaths.COMMAND, name);
        return reception.answer(Knock.read(family, target, type, name, request), login);
    }
}
