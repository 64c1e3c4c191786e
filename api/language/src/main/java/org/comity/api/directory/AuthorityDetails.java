package org.comity.api.directory;

import java.util.List;
import java.util.Map;
import org.comity.api.Code;
import org.comity.api.InOrder;
import org.comity.api.Label;
import org.comity.api.Malformed;
import org.jspecify.annotations.Nullable;

/**
 * What an entry says of an authority beside its kind, State and name. What is absent is not said or, in a change, not changed;
 * what is there and empty says that there is none.
 *
 * @param names in its languages
 * @param channels by which it can be reached, the preferred one first
 * @param languages in which it accepts requests, the preferred one first
 * @param onDuty true if it can be reached at all hours
 * @param measures for which it is competent, by the kinds of request in the tables of the law
 */
public record AuthorityDetails(
        @Nullable Map<LanguageTag, Label> names,
        @Nullable List<ContactChannel> channels,
        @Nullable List<LanguageTag> languages,
        @Nullable OfficeHours hours,
        @Nullable Boolean onDuty,
        @Nullable List<Code> measures) {
    /** Nothing said. */
    public static final AuthorityDetails NONE = new AuthorityDetails(null, null, null, null, null, null);

    private static final int MANY = 100;

    public AuthorityDetails {
        names = names == null ? null : InOrder.copyOf(names);
        channels = channels == null ? null : List.copyOf(channels);
        languages = languages == null ? null : languages.stream().distinct().toList();
        measures = measures == null ? null : measures.stream().distinct().toList();
        Malformed.unless(
                (names == null || names.size() <= MANY)
                        && (channels == null || channels.size() <= MANY)
                        && (languages == null || languages.size() <= MANY)
                        && (measures == null || measures.size() <= MANY),
                "an entry has at most " + MANY + " names, channels, languages and measures each");
    }

    /** The same with what a change says in its place. */
    public AuthorityDetails with(AuthorityDetails change) {
        return new AuthorityDetails(
                change.names != null ? change.names : names,
                change.channels != null ? change.channels : channels,
                change.languages != null ? change.languages : languages,
                change.hours != null ? change.hours : hours,
                change.onDuty != null ? change.onDuty : onDuty,
                change.measures != null ? change.measures : measures);
    }
}
