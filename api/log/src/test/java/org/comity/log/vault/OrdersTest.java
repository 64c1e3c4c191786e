package org.comity.log.vault;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.RestrictionGround;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.log.vault.Orders.Whose;
import org.junit.jupiter.api.Test;

class OrdersTest {
    private static final MlaRequestId REQUEST = new MlaRequestId(new UUID(1, 1));
    private static final PersonRef P1 = new PersonRef("P1");
    private static final PersonRef P2 = new PersonRef("P2");

    private static final MlaRequestEvent.ProcessingRestricted RESTRICTED = restricted(P1);
    private static final MlaRequestEvent.RestrictionLifted LIFTED =
            new MlaRequestEvent.RestrictionLifted(REQUEST, P1, null);
    private static final MlaRequestEvent.PersonalDataErased ERASED =
            new MlaRequestEvent.PersonalDataErased(REQUEST, P1, List.of(), null, LocalDate.parse("2026-11-19"));

    @Test
    void aRestrictionStandsUntilItIsLifted() {
        assertThat(Orders.of(List.of(RESTRICTED)).restricted()).containsExactly(whose("P1"));
        assertThat(Orders.of(List.of(RESTRICTED, LIFTED)).restricted()).isEmpty();
        assertThat(Orders.of(List.of(RESTRICTED, LIFTED)).released()).containsExactly(whose("P1"));
        assertThat(Orders.of(List.of(RESTRICTED, LIFTED, RESTRICTED)).restricted())
                .containsExactly(whose("P1"));
        assertThat(Orders.of(List.of(RESTRICTED, LIFTED, RESTRICTED)).released())
                .isEmpty();
    }

    @Test
    void anErasureIsForEverAndEndsTheRestriction() {
        var orders = Orders.of(List.of(RESTRICTED, ERASED, restricted(P2)));
        assertThat(orders.erased()).containsExactly(whose("P1"));
        assertThat(orders.restricted()).containsExactly(whose("P2"));
    }

    @Test
    void whereNothingWasRecordedNothingIsOrdered() {
        assertThat(Orders.of(List.of())).isEqualTo(new Orders(Set.of(), Set.of(), Set.of()));
    }

    private static MlaRequestEvent.ProcessingRestricted restricted(PersonRef person) {
        return new MlaRequestEvent.ProcessingRestricted(
                REQUEST, person, RestrictionGround.NEEDED_AS_EVIDENCE, false, null);
    }

    private static Whose whose(String person) {
        return new Whose(REQUEST.value(), person);
    }
}
