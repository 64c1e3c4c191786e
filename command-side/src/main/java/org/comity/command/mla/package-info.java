/**
 * The rules of requests for mutual legal assistance, and the shell that ties them to the log.
 *
 * <p>The door sends each command as {@code mla-request} with the flat metadata of its act and origin, and with two keys more,
 * on every command: {@code proposal}, the text of a fresh UUID, and {@code body}, the command as JSON with its personal values
 * sealed. They become the identity and the body of a {@code Proposed} event if the command needs two persons, and are not
 * stored otherwise. A {@code Confirm} brings the proposed command, read from that body, with it.
 *
 * <p>Why: the rules are a pure function of a life and a command, so that they can be asked what would happen without it
 * happening: a proposal is judged in full before it is recorded, again when it is confirmed, and a correction judges every
 * later act anew on the history that it would make. For that the rules beyond the table are stated over events, not over
 * commands: the same sentence judges what is asked today and what was recorded long ago.
 */
@NullMarked
package org.comity.command.mla;

import org.jspecify.annotations.NullMarked;
