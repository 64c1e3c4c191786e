/**
 * Spontaneous information: one State tells another unasked what it found in its own investigations.
 *
 * <p>Glossary: the <b>sender</b> first <b>offers</b>: that there is information, of what nature, and under which
 * <b>conditions</b>; nothing of its content. Conditions that the <b>receiver</b> accepted bind; if it declines them, the sender
 * decides whether to send all the same. What is sent then is the <b>material</b>: where it is, its digests, the persons whom it
 * concerns, and the <b>restrictions</b> on its use. Source: ETS 185 art. 26; UNTOC art. 18(4)-(5).
 *
 * <p>Why: names and statuses are those of the life-cycle table {@code transitions-spontaneous.csv}. The two steps are kept
 * apart in the records, so that an offer cannot carry content by accident.
 */
@NullMarked
package org.comity.api.spontaneous;

import org.jspecify.annotations.NullMarked;
