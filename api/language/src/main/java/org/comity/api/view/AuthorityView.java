package org.comity.api.view;

import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.jspecify.annotations.Nullable;

/**
 * An authority as the directory has it.
 *
 * @param name none if the directory does not know it
 * @param connected true if it uses this node itself, so that its acts cannot be reported
 */
public record AuthorityView(
        AuthorityId id,
        AuthorityKind kind,
        StateCode state,
        @Nullable String name,
        boolean connected) {}
