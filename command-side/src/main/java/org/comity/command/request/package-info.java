/**
 * What the rules of every kind of request share: the decision of one person and of two, corrections, protection, and the
 * shell that ties a request to the log.
 *
 * <p>The door sends each command under the name of its family with the flat metadata of its act and origin, and with two keys
 * more, on every command: {@code proposal}, the text of a fresh UUID, and {@code body}, the command as JSON with its personal
 * values sealed. They become the identity and the body of a {@code Proposed} event if the command needs two persons, and are
 * not stored otherwise. A {@code Confirm} brings the proposed command, read from that body, with it.
 *
 * <p>Why: rules are a pure function of a life and a command, so that they can be asked what would happen without it
 * happening: a proposal is judged in full before it is recorded, again when it is confirmed, and a correction judges every
 * later act anew on the history that it would make. For that the rules beyond the table are stated over events, not over
 * commands: the same sentence judges what is asked today and what was recorded long ago. That protocol must not differ
 * between kinds, so it stands here once; a kind brings its table, its events and its own rules. The price is that a rule
 * names its source by asking the table of the kind.
 */
@NullMarked
package org.comity.command.request;

import org.jspecify.annotations.NullMarked;
