package org.comity.standalone.practice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.api.PersonId;
import org.comity.api.directory.AuthorityId;
import org.comity.api.reminder.ReminderEvent.Reminded;
import org.comity.command.mail.Mailboxes;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The invented mailboxes: the login of a person or an office, under a domain that RFC 2606 keeps free. */
@Component
final class PracticeMailboxes implements Mailboxes {
    private static final String DOMAIN = "@practice.example";

    @Override
    public List<String> of(Reminded reminder) {
        List<String> people = people(reminder);
        if (reminder.sealed() || (reminder.to().value().equals("assigned") && !people.isEmpty())) {
            return people;
        }
        PracticePost post =
                reminder.to().value().equals("supervisor") ? PracticePost.HEAD : post(reminder, reminder.office());
        return List.of(post.login(reminder.state()) + DOMAIN);
    }

    private static PracticePost post(Reminded reminder, @Nullable AuthorityId office) {
        return Stream.of(PracticePost.values())
                .filter(PracticePost::isOffice)
                .filter(post -> post.office(reminder.state()).id().equals(office))
                .findFirst()
                .orElse(PracticePost.CENTRAL);
    }

    private static List<String> people(Reminded reminder) {
        return Stream.of(PracticePost.values())
                .flatMap(post -> Stream.of("", "-2").map(which -> post.login() + which + "." + state(reminder)))
                .filter(login -> PracticePeople.find(login)
                        .filter(one -> is(reminder, one.actor().person()))
                        .isPresent())
                .map(login -> login + DOMAIN)
                .toList();
    }

    private static boolean is(Reminded reminder, PersonId person) {
        return reminder.people().contains(person);
    }

    private static String state(Reminded reminder) {
        return reminder.state().value().toLowerCase(Locale.ROOT);
    }
}
