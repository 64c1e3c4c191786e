package org.comity.api.view;

import java.util.Map;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.directory.AuthorityStatus;
import org.comity.api.directory.LanguageTag;
import org.jspecify.annotations.Nullable;

/**
 * An authority in a list of the directory, as its entry says today.
 *
 * @param names in its languages, beside the name by which it is listed
 * @param connected true if it uses this node itself, so that its acts cannot be reported
 * @param onDuty true if it can be reached at all hours; none if that is not recorded
 * @param openNow true if somebody can be reached at this moment; none if nothing is recorded about its hours
 * @param retired true if nothing is addressed to it any more
 * @param invented true if it exists for practice only
 */
public record AuthorityEntryView(
        AuthorityId id,
        String reference,
        AuthorityKind kind,
        StateCode state,
        AuthorityStatus status,
        Label name,
        Map<LanguageTag, Label> names,
        boolean connected,
        @Nullable Boolean onDuty,
        @Nullable Boolean openNow,
        boolean retired,
        boolean invented) {}
