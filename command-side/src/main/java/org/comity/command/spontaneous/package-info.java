/**
 * The rules of spontaneous information, and the shell that ties them to the log.
 *
 * <p>Why: the sender is never bound to wait. An offer asks for conditions first, so that the receiver can decline them before
 * it knows the content; but the sender may send unanswered, and may send after a refusal. So the table alone says when, and
 * the life says from which act on conditions bind. Whether a linked request exists and may be known to the person is asked at
 * the door, which can look into other streams; rules cannot. Source: ETS 185 art. 26; UNTOC art. 18(4)-(5).
 */
@NullMarked
package org.comity.command.spontaneous;

import org.jspecify.annotations.NullMarked;
