package org.comity.api.view;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Map;
import org.comity.api.Code;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.directory.AuthorityStatus;
import org.comity.api.directory.ContactChannel;
import org.comity.api.directory.LanguageTag;
import org.comity.api.directory.OfficeHours;
import org.jspecify.annotations.Nullable;

/**
 * The entry of an authority: what it says on a day, and what is known of the authority beside it.
 *
 * @param day on which it says so
 * @param validFrom the first day of which the entry says something; before it, what it says first is shown
 * @param since the day from which it has said so
 * @param reason why it was changed then
 * @param source where that is written
 * @param onDuty true if it can be reached at all hours; none if that is not recorded
 * @param openNow true if somebody can be reached at this moment; none if nothing is recorded about its hours, or if another
 *     day was asked for
 * @param localTime what the clock on the wall of the office says; none if its zone is not recorded
 * @param connectedSince the first day of the period of connection in which the day lies
 * @param changes what it will say later, the nearest first
 * @param namesakes other entries of the same State, kind and name: perhaps one too many
 * @param invented true if it exists for practice only
 */
public record AuthoritySheetView(
        AuthorityId id,
        String reference,
        AuthorityKind kind,
        StateCode state,
        AuthorityStatus status,
        long version,
        LocalDate day,
        LocalDate validFrom,
        LocalDate since,
        @Nullable Label reason,
        @Nullable Label source,
        Label name,
        Map<LanguageTag, Label> names,
        List<ContactChannel> channels,
        List<LanguageTag> languages,
        @Nullable OfficeHours hours,
        @Nullable Boolean onDuty,
        @Nullable Boolean openNow,
        @Nullable LocalDateTime localTime,
        List<Code> measures,
        boolean connected,
        @Nullable LocalDate connectedSince,
        List<Connection> connections,
        @JsonInclude @Nullable Confirmation confirmation,
        @Nullable Successor successor,
        @Nullable LocalDate retiredFrom,
        @Nullable Label retiredWhy,
        List<Change> changes,
        List<AuthorityView> namesakes,
        boolean invented,
        List<OpenCommandView> openCommands) {

    /** A period in which it acted, acts or will act on this node itself. */
    public record Connection(
            LocalDate from,
            @Nullable LocalDate until,
            @Nullable Label why) {}

    /** That somebody said that the entry is right. */
    public record Confirmation(
            Label by, LocalDate on, Code how, @Nullable Label source) {}

    /** Who takes its place from a day on. */
    public record Successor(
            AuthorityView authority,
            LocalDate from,
            @Nullable Label source) {}

    /** What it will say from a day on; what is absent stays as it is. */
    public record Change(
            LocalDate from,
            @Nullable Label name,
            @Nullable AuthorityDetails details,
            @Nullable Label reason,
            @Nullable Label source) {}
}
