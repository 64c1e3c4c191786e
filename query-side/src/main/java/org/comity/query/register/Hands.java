package org.comity.query.register;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.PersonId;
import org.comity.law.lifecycle.Assignment;
import org.comity.law.lifecycle.People;
import org.comity.law.lifecycle.Seal;
import org.jspecify.annotations.Nullable;

/**
 * In whose hands a request is, as a register finds it again.
 *
 * @param people who drafted or approved it or is assigned to it
 * @param offices that are assigned to it
 * @param sealed whether it is there for its readers alone
 */
public record Hands(List<UUID> people, List<UUID> offices, boolean sealed, List<UUID> readers) {

    public static Hands of(People people, List<Assignment> assignments, @Nullable Seal seal) {
        return new Hands(
                Stream.of(
                                people.drafters().stream(),
                                Stream.ofNullable(people.approver()),
                                assignments.stream().map(Assignment::person).flatMap(Stream::ofNullable))
                        .flatMap(all -> all)
                        .map(PersonId::value)
                        .distinct()
                        .sorted()
                        .toList(),
                assignments.stream()
                        .map(Assignment::office)
                        .flatMap(Stream::ofNullable)
                        .map(office -> office.value())
                        .distinct()
                        .sorted()
                        .toList(),
                seal != null,
                seal == null
                        ? List.of()
                        : seal.readers().stream().map(PersonId::value).sorted().toList());
    }
}
