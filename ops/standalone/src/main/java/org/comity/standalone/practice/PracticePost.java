package org.comity.standalone.practice;

import static org.comity.api.directory.AuthorityKind.CENTRAL_AUTHORITY;
import static org.comity.api.directory.AuthorityKind.CONTACT_POINT;
import static org.comity.api.directory.AuthorityKind.EXECUTING_AUTHORITY;
import static org.comity.api.directory.AuthorityKind.PROSECUTOR;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;

/** The posts that each State has in practice mode, in the words of their logins. */
enum PracticePost {
    CENTRAL("central-authority", CENTRAL_AUTHORITY, Mandate.OFFICER),
    CONTACT("contact-point", CONTACT_POINT, Mandate.OFFICER),
    /** Stands for every originating authority. */
    ORIGINATING("prosecutor", PROSECUTOR, Mandate.OFFICER),
    EXECUTING("executing-authority", EXECUTING_AUTHORITY, Mandate.OFFICER),
    EXECUTING_B("executing-authority-b", EXECUTING_AUTHORITY, Mandate.OFFICER),
    /** Head of the central authority; stands also for a court that orders holds. */
    HEAD("supervisor", CENTRAL_AUTHORITY, Mandate.SUPERVISOR),
    PROTECTION("data-protection-officer", CENTRAL_AUTHORITY, Mandate.DATA_PROTECTION_OFFICER);

    private final String login;
    private final AuthorityKind kind;
    private final Mandate mandate;

    PracticePost(String login, AuthorityKind kind, Mandate mandate) {
        this.login = login;
        this.kind = kind;
        this.mandate = mandate;
    }

    static Optional<PracticePost> find(String login) {
        return Arrays.stream(values()).filter(post -> post.login.equals(login)).findFirst();
    }

    String login() {
        return login;
    }

    Mandate mandate() {
        return mandate;
    }

    /** True if the post is an office of its own; the others belong to the central authority. */
    boolean isOffice() {
        return mandate == Mandate.OFFICER;
    }

    String login(StateCode state) {
        return login + "." + state.value().toLowerCase(Locale.ROOT);
    }

    /** The office in which the people of this post work. */
    Office office(StateCode state) {
        PracticePost seat = isOffice() ? this : CENTRAL;
        return new Office(new AuthorityId(id("practice/" + seat.login(state))), kind, state);
    }

    /** Always the same, so that a script can know it. */
    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }
}
