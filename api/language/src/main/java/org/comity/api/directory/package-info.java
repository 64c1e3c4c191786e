/**
 * Authorities: who can act for a State, in what capacity, how they are reached, and whether they use this node themselves.
 *
 * <p>Glossary: an <b>entry</b> is what the directory says of one authority in one capacity. It says something on a day: each
 * change carries the day from which it is true. It is <b>confirmed</b> when somebody who must know said that it is right, and
 * <b>retired</b> when the authority ended.
 *
 * <p>Why: whether an act is witnessed or may only be reported depends on the day on which its authority was connected, and a
 * letter that was sent to the right address must not look wrong when the office moves, so the directory is event-sourced and
 * dated like everything else. One entry is one capacity, since each act names the capacity in which it was done; the price
 * is that a ministry which is central authority and contact point at once has two entries.
 *
 * <p>Nothing in an entry is personal: addresses are those of offices, and who confirmed it is an office or a function. So
 * entries are stored plainly, searched, and shown to everybody who has signed in.
 */
@NullMarked
package org.comity.api.directory;

import org.jspecify.annotations.NullMarked;
