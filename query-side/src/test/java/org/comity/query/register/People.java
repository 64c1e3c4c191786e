package org.comity.query.register;

import java.time.Instant;
import java.util.Locale;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.query.projection.QueryNode;

/** Invented people by the names of practice mode. */
public final class People {
    public static final Actor AUDITOR = new Actor(person("auditor"), Mandate.AUDITOR, null);
    public static final Actor ADMINISTRATOR = new Actor(person("administrator"), Mandate.ADMINISTRATOR, null);

    public static final Actor PROSECUTOR_PT = officer("prosecutor.pt");
    public static final Actor CENTRAL_PT = officer("central-authority.pt");
    public static final Actor POINT_PT = officer("contact-point.pt");
    public static final Actor CENTRAL_CL = officer("central-authority.cl");
    public static final Actor POINT_CL = officer("contact-point.cl");
    public static final Actor COURT_CL = officer("executing-authority.cl");
    public static final Actor CENTRAL_JP = officer("central-authority.jp");
    public static final Actor POINT_JP = officer("contact-point.jp");
    public static final Actor SUPERVISOR_PT =
            new Actor(person("supervisor.pt"), Mandate.SUPERVISOR, office("central-authority.pt"));

    private People() {}

    public static PersonId person(String name) {
        return new PersonId(QueryNode.uuid("practice/person/" + name));
    }

    public static Actor officer(String name) {
        return new Actor(person(name), Mandate.OFFICER, office(name));
    }

    public static Office office(String name) {
        String[] parts = name.split("\\.");
        AuthorityKind kind = AuthorityKind.valueOf(
                parts[0].equals("prosecutor")
                        ? "PROSECUTOR"
                        : parts[0].toUpperCase(Locale.ROOT).replace('-', '_'));
        return new Office(
                new AuthorityId(QueryNode.uuid("practice/" + name)),
                kind,
                new StateCode(parts[1].toUpperCase(Locale.ROOT)));
    }

    public static Act by(Actor actor, String at) {
        return Act.by(actor, Instant.parse(at));
    }
}
