package org.comity.api;

import java.util.List;

/** What a request of any kind says between two States; which words it has for that is its kind's own. */
public interface RequestContents {
    /** State that asks or informs. */
    StateCode from();

    /** State that is asked or informed. */
    StateCode to();

    /** Instruments on which it rests, the first one leading. */
    List<InstrumentId> bases();

    boolean urgent();

    boolean emergency();

    List<Person> persons();

    List<Identifier> identifiers();
}
