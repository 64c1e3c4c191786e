package org.comity.standalone.practice;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.comity.api.Office;
import org.comity.query.register.Colleagues;
import org.springframework.stereotype.Component;

/** The invented people of an office, by their logins. */
@Component
final class PracticeColleagues implements Colleagues {
    @Override
    public List<Colleague> in(Office office) {
        String state = office.state().value().toLowerCase(Locale.ROOT);
        return Stream.of(PracticePost.values())
                .filter(post -> post.office(office.state()).id().equals(office.id()))
                .flatMap(post -> Stream.of("", "-2").map(which -> post.login() + which + "." + state))
                .flatMap(login -> PracticePeople.find(login).stream())
                .map(login -> new Colleague(login.actor().person(), login.loginName()))
                .toList();
    }
}
