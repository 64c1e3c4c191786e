/**
 * How gauges come to numbers that only a database knows.
 *
 * <p>Why: a scrape reads some hundred gauges, and whoever scrapes often must not be able to load the database. So each concept
 * that owns numbers looks all of them up with one query, at most every five seconds, and the scrape waits for it half a second
 * at most. A number that cannot be had is not a number: NaN, never an old one.
 */
@NullMarked
package org.comity.log.meter;

import org.jspecify.annotations.NullMarked;
