package org.comity.log.vault;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.comity.api.RequestEvent;

/**
 * What the log orders of the vault.
 *
 * @param erased whose keys there are no more
 * @param restricted whose values are kept and not shown
 * @param released whose restriction has ended; of whom nothing was recorded is in none of the three
 */
public record Orders(Set<Whose> erased, Set<Whose> restricted, Set<Whose> released) {
    /** A person within a request. */
    public record Whose(UUID request, String person) {}

    public Orders {
        erased = Set.copyOf(erased);
        restricted = Set.copyOf(restricted);
        released = Set.copyOf(released);
    }

    /** What follows from everything that was ever recorded of erasures and restrictions, in its order. */
    public static Orders of(Collection<? extends RequestEvent> recorded) {
        var erased = new LinkedHashSet<Whose>();
        var restricted = new LinkedHashSet<Whose>();
        var released = new LinkedHashSet<Whose>();
        for (RequestEvent event : recorded) {
            switch (event) {
                case RequestEvent.Erased e -> {
                    erased.add(new Whose(e.id().value(), e.person().value()));
                    restricted.remove(new Whose(e.id().value(), e.person().value()));
                    released.add(new Whose(e.id().value(), e.person().value()));
                }
                case RequestEvent.Restricted e -> {
                    restricted.add(new Whose(e.id().value(), e.person().value()));
                    released.remove(new Whose(e.id().value(), e.person().value()));
                }
                case RequestEvent.RestrictionEnded e -> {
                    restricted.remove(new Whose(e.id().value(), e.person().value()));
                    released.add(new Whose(e.id().value(), e.person().value()));
                }
                default -> {}
            }
        }
        return new Orders(erased, restricted, released);
    }
}
