/**
 * Deadlines: by when the law, or the house, wants something done, and why on that day.
 *
 * <p>Why: a wrong "overdue" between two States is a diplomatic incident. So a deadline is computed from a row of
 * {@code deadlines.csv} and from what happened, never typed; it carries every step of its own reckoning, each holiday that it
 * skipped and each doubt that it could not settle; and what is not known (holidays of a State, the law by which days are
 * counted) is said and never guessed. A term without a figure has no day and is shown all the same.
 *
 * <p>Public holidays come from jollyday, which replaces tables of our own for eighty States; its data are read from XML by
 * JAXB rather than Jackson, because a second XML format on the class path would make the web layer answer in XML. Reading
 * takes a second or two once, so it happens when the first working day is counted. Weekends come from Unicode CLDR, in
 * {@code weekends.csv}.
 */
@NullMarked
package org.comity.law.deadline;

import org.jspecify.annotations.NullMarked;
