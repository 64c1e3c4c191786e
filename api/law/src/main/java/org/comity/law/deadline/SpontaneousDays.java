package org.comity.law.deadline;

import java.util.List;
import org.comity.api.spontaneous.SpontaneousEvent.InformationSealed;
import org.comity.api.view.Turn;
import org.comity.law.lifecycle.SpontaneousLife;

/** The days that acts upon spontaneous information state; the sender's State stands where otherwise the requesting one does. */
final class SpontaneousDays {
    private SpontaneousDays() {}

    static List<Due> of(SpontaneousLife life) {
        var due = new StatedDays<>(life.effective());
        var seal = life.now().seal();
        if (seal != null) {
            due.day("seal-review", seal.review(), null, Turn.REQUESTING, due.last(InformationSealed.class, e -> true));
        }
        return due.found();
    }
}
