/**
 * The life of an authority in the directory: who may change its entry when, and what the entry says on a day.
 *
 * <p>Why: rules, registers and pages must give the same answer to "was it connected on that day, and who is competent", so the
 * fold stands here once. An entry is a list of dated sayings and never a row that is overwritten: a change that was recorded
 * late, or ahead, takes its place by the day from which it is true.
 *
 * <p>A supervisor changes the entries of the own State only: a State answers for its own authorities, and nobody else knows
 * them better. What is known of other States is entered by the administrator, who answers to no side. The price is that a
 * ministry alone needs its administrator to correct a partner's address.
 */
@NullMarked
package org.comity.law.directory;

import org.jspecify.annotations.NullMarked;
