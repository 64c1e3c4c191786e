/**
 * What is its own in spontaneous information as people read it: who is to answer or to send, the conditions, what was sent.
 *
 * <p>Why: as for MLA requests. An offer shows its nature alone, for the law has conditions agreed upon before there is content
 * to be had (ETS 185 art. 26(2)); the content appears with the event that sends it, to both sides alike.
 */
@NullMarked
package org.comity.query.spontaneous;

import org.jspecify.annotations.NullMarked;
