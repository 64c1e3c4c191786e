package org.comity.query.register;

import org.comity.api.Actor;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.jspecify.annotations.Nullable;

/** Who reads, as far as it decides what may be known. */
public record Reader(
        PersonId person,
        Sight sight,
        @Nullable StateCode state,
        @Nullable AuthorityId office) {

    /** How far somebody's mandate lets see. */
    public enum Sight {
        /** What concerns the own State. */
        OWN_STATE,
        /** Everything that is not sealed. */
        EVERYTHING,
        NOTHING
    }

    public static Reader of(Actor actor) {
        StateCode state = actor.office() == null ? null : actor.office().state();
        Sight sight =
                switch (actor.mandate()) {
                    case OFFICER, SUPERVISOR, DATA_PROTECTION_OFFICER ->
                        state == null ? Sight.NOTHING : Sight.OWN_STATE;
                    case AUDITOR -> Sight.EVERYTHING;
                    case ADMINISTRATOR, WITNESS, SYSTEM -> Sight.NOTHING;
                };
        return new Reader(
                actor.person(),
                sight,
                state,
                actor.office() == null ? null : actor.office().id());
    }
}
