/**
 * The log as a transparency log: its tiles, its checkpoints, the proofs that are made of them, and the cosignatures of
 * witnesses.
 *
 * <p>How to use it: {@link org.comity.log.transparency.TransparencyLog#open} once a node; {@link
 * org.comity.log.transparency.TransparencyLog#follow} now and then, on any number of nodes.
 *
 * <p>Why:
 *
 * <ul>
 *   <li>Full tiles are kept beside the log so that a root or a proof of a million events costs a few reads; partial ones are
 *       computed when asked for. No verifier believes a tile: it computes its own from the events.
 *   <li>A checkpoint is made when somebody asks for one, and as the log grows. Its root is recorded under its size before it is
 *       signed, and the primary key lets no second root in: so no number of nodes can sign two histories. What was signed last
 *       must still be true of the log, else this node signs no more.
 *   <li>A log has one key at a time. A new one is accepted only together with its predecessor, which signs the first checkpoint
 *       of the new one too; so whoever trusted the old key needs no further word.
 *   <li>Everything here only grows, by the privileges and triggers that protect the log itself.
 * </ul>
 */
@NullMarked
package org.comity.log.transparency;

import org.jspecify.annotations.NullMarked;
