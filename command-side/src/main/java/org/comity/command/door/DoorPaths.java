package org.comity.command.door;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.regex.Pattern;
import org.comity.command.door.FieldError.BadForm;
import org.springframework.http.HttpStatus;

/** What the parts of a path mean. */
final class DoorPaths {
    static final String FAMILY = DoorPaths.class.getName() + ".family";
    static final String ID = DoorPaths.class.getName() + ".id";
    static final String COMMAND = DoorPaths.class.getName() + ".command";

    private static final Pattern UUID_FORM =
            Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{4}-[0-9a-fA-F]{12}");

    private DoorPaths() {}

    /** A path that names no command; says nothing about the request behind it, which nobody has looked at. */
    static final class NoSuchCommand extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NoSuchCommand() {
            super("no such command", null, false, false);
        }

        Problem problem() {
            return Problem.of(
                    HttpStatus.NOT_FOUND,
                    "There is no such command",
                    "command.unknown",
                    "There is no command of this name that a person may send.");
        }
    }

    static Family family(String path, HttpServletRequest request) {
        Family family = Family.find(path).orElseThrow(NoSuchCommand::new);
        request.setAttribute(FAMILY, family.path());
        return family;
    }

    static UUID id(String text, HttpServletRequest request) {
        if (!UUID_FORM.matcher(text).matches()) {
            throw new BadForm("id", "An id is a UUID, such as 3f0c4f0e-6f0a-4f5e-9d55-0b4a1a9c7e21.");
        }
        UUID id = UUID.fromString(text);
        request.setAttribute(ID, id);
        return id;
    }
}
