package org.comity.api.spontaneous;

import java.util.List;
import org.comity.api.Form;
import org.comity.api.Identifier;
import org.comity.api.InstrumentId;
import org.comity.api.Label;
import org.comity.api.Person;
import org.comity.api.Personal;
import org.comity.api.RequestContents;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/**
 * What an offer of information says: its nature, and nothing of its content.
 *
 * @param from State that informs
 * @param to State that is informed
 * @param bases instruments on which it rests; none is needed, for domestic law may allow it
 * @param offence name of the offence under the law of the informing State
 * @param nature what kind of information there is
 * @param conditions under which alone it is to be had
 */
public record SpontaneousContents(
        StateCode from,
        StateCode to,
        List<InstrumentId> bases,
        @Nullable Label offence,
        @Form(Form.Kind.TEXT) Personal nature,
        @Form(Form.Kind.TEXT) List<Personal> conditions,
        boolean urgent)
        implements RequestContents {
    public SpontaneousContents {
        bases = List.copyOf(bases);
        conditions = List.copyOf(conditions);
    }

    @Override
    public boolean emergency() {
        return false;
    }

    /** None: an offer names nobody. */
    @Override
    public List<Person> persons() {
        return List.of();
    }

    /** None: an offer names nobody. */
    @Override
    public List<Identifier> identifiers() {
        return List.of();
    }
}
