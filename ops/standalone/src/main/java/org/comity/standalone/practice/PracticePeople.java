package org.comity.standalone.practice;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.comity.api.Actor;
import org.comity.api.Login;
import org.comity.api.Mandate;
import org.comity.api.PersonId;
import org.comity.api.StateCode;

/** Who exists in practice mode: a pattern of login names, not a table. */
public final class PracticePeople {
    private static final Pattern LOGIN =
            Pattern.compile("(?<post>[a-z]+(?:-[a-z]+)*?)(?<second>-2)?\\.(?<state>[a-z]{2})");

    private PracticePeople() {}

    /** The person behind a login name; nobody if there is no such login. */
    public static Optional<Login> find(String name) {
        return switch (name) {
            case "auditor" -> Optional.of(withoutState(name, Mandate.AUDITOR));
            case "administrator" -> Optional.of(withoutState(name, Mandate.ADMINISTRATOR));
            case "witness" -> Optional.of(withoutState(name, Mandate.WITNESS));
            default -> ofState(name);
        };
    }

    private static Optional<Login> ofState(String name) {
        Matcher login = LOGIN.matcher(name);
        if (!login.matches()) {
            return Optional.empty();
        }
        String state = login.group("state").toUpperCase(Locale.ROOT);
        boolean second = login.group("second") != null;
        return PracticePost.find(login.group("post"))
                .filter(post -> post.isOffice() || !second)
                .filter(post -> StateCode.ALL.contains(state))
                .map(post -> new PracticeLogin(
                        name, new Actor(person(name), post.mandate(), post.office(new StateCode(state)))));
    }

    private static Login withoutState(String name, Mandate mandate) {
        return new PracticeLogin(name, new Actor(person(name), mandate, null));
    }

    private static PersonId person(String name) {
        return new PersonId(PracticePost.id("practice/person/" + name));
    }
}
