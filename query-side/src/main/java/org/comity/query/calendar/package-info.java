/**
 * What is due, day by day: for a State, an office or a person, as a page, as JSON and as a feed for calendar programs.
 *
 * <p>Why: a list of requests knows of each only what falls due next; who plans a week needs all of it. Each State has rows of
 * its own, so that the condition of who may know stands in one column, and nothing here is reckoned: the dates are those of the
 * one agenda of the law. The feed is read with a login, like everything else: a secret address would be a password that is
 * written into programs and server logs, and it would outlive the post of its owner. biweekly writes iCalendar (RFC 5545),
 * whose folding and escaping are easily written wrongly.
 */
@NullMarked
package org.comity.query.calendar;

import org.jspecify.annotations.NullMarked;
