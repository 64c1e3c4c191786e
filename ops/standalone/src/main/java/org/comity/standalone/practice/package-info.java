/**
 * Practice mode: the same software with invented people, an invented directory, and a world clock that can be moved.
 *
 * <p>Why: training, trying out and tests must meet exactly the software that serves real requests, so only who signs in, what
 * the directory holds at the first start and what time it is are different. People are a pattern, not a table: the start
 * must not pay for the offices of 249 States, and all of them have one password. The price of that password is that such a
 * node must never hold anything real; the database remembers for which of the two it was made.
 *
 * <p>The directory of every State takes names of countries from the JDK's own CLDR, which has them in all languages of the
 * pages, and zones, weekends and languages from a file of 250 lines that was derived from CLDR: the JDK does not hand those
 * out, and ICU4J would add thirteen megabytes to read once what never changes within a release. Every office is marked as
 * invented, in its entry and in its name, and has addresses that RFC 2606 keeps free. A directory that was entered by an
 * earlier release stays as it is.
 */
@NullMarked
package org.comity.standalone.practice;

import org.jspecify.annotations.NullMarked;
