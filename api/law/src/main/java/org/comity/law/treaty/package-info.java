/**
 * The instruments on which a request may rest, who is bound by them since when, and so what binds two States on a day.
 *
 * <p>Why: rules ask by the id of an instrument and never by a date or a name written in Java, so that a treaty that enters
 * into force changes a file and no code. An answer is a function of facts and question and carries every fact that led to it:
 * the tables are the first facts, and events may add others. Only what is recorded as not binding refuses; what is not
 * recorded is said to be so, since a refusal on a gap in our own list would be a wrong done to another State.
 */
@NullMarked
package org.comity.law.treaty;

import org.jspecify.annotations.NullMarked;
