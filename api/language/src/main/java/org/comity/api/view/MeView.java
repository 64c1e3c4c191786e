package org.comity.api.view;

import java.util.List;
import org.comity.api.Mandate;
import org.comity.api.PersonId;
import org.jspecify.annotations.Nullable;

/** The person who is signed in, and the authority for which that person acts. */
public record MeView(
        PersonId person,
        String name,
        List<Mandate> roles,
        @Nullable AuthorityView authority) {
    public MeView {
        roles = List.copyOf(roles);
    }
}
