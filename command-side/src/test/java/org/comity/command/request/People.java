package org.comity.command.request;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Locale;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Code;
import org.comity.api.Digest;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.Proof;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;

/** People of the samples by the names they sign in with: {@code central-authority-2.pt}. */
public final class People {
    private People() {}

    /** The act of somebody; {@code system} is nobody. */
    public static Act act(String login, Instant at) {
        return login.equals("system") ? Act.bySystem(at) : Act.by(actor(login), at);
    }

    /** The act of an office, reported by somebody. */
    public static Act reported(String reporter, String office, Instant occurred, Instant received) {
        var proof = new Proof(new Digest("sha-256:" + "ab".repeat(32)), new Code("letter"), received);
        return new Act(actor(reporter), null, office(office), proof, null, null, occurred, received);
    }

    public static Actor actor(String login) {
        Mandate mandate =
                switch (kind(login)) {
                    case "supervisor" -> Mandate.SUPERVISOR;
                    case "data-protection-officer" -> Mandate.DATA_PROTECTION_OFFICER;
                    case "auditor" -> Mandate.AUDITOR;
                    case "administrator" -> Mandate.ADMINISTRATOR;
                    default -> Mandate.OFFICER;
                };
        return new Actor(person(login), mandate, login.contains(".") ? office(login) : null);
    }

    public static PersonId person(String login) {
        return new PersonId(uuid("person/" + login));
    }

    public static AuthorityId authority(String login) {
        return office(login).id();
    }

    public static Office office(String login) {
        String kind = kind(login);
        boolean central = kind.equals("supervisor") || kind.equals("data-protection-officer");
        String state = login.substring(login.indexOf('.') + 1);
        String name = central ? "central-authority" : kind;
        AuthorityKind authority = name.startsWith("executing-authority")
                ? AuthorityKind.EXECUTING_AUTHORITY
                : AuthorityKind.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Office(
                new AuthorityId(uuid(name + "." + state)), authority, new StateCode(state.toUpperCase(Locale.ROOT)));
    }

    private static String kind(String login) {
        return login.replaceAll("\\..*", "").replaceAll("-2$", "");
    }

    private static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
