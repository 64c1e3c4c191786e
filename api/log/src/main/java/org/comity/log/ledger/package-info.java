/**
 * What is proven about the log, and how: the bytes of an event, their hash, the tree over the hashes, the proofs, and the
 * signed notes by which a log and its witnesses commit themselves to a tree.
 *
 * <p>All of it follows public specifications: RFC 6962 section 2.1 (tree and proofs) and C2SP {@code tlog-tiles},
 * {@code tlog-checkpoint}, {@code signed-note} and {@code tlog-cosignature}. Only the {@link
 * org.comity.log.ledger.Envelope} is ours.
 *
 * <p>Why:
 *
 * <ul>
 *   <li>An auditor must be able to compute each leaf, root and signature again without our code; the formats are described to
 *       the byte, and the offline verifier is built from this package alone, so it uses nothing but the JDK.
 *   <li>Proofs, notes and tiles may come from an enemy. What has the wrong form is refused with {@link
 *       org.comity.log.ledger.Unreadable}, what is not true is answered {@code false}, and nothing else can happen.
 *   <li>Ed25519 for notes and cosignatures: the JDK, browsers and witnesses in service have it. C2SP would have new witnesses use
 *       ML-DSA-44 as well, against quantum computers; the type of a key leaves room for it.
 * </ul>
 */
@NullMarked
package org.comity.log.ledger;

import org.jspecify.annotations.NullMarked;
