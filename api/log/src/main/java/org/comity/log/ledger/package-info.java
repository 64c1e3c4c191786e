/**
 * What is proven about an event: the bytes that are hashed, and their hash.
 *
 * <p>Why: an auditor must be able to compute each leaf again without our code, from the description at {@link
 * org.comity.log.ledger.Envelope} alone. The offline verifier is built from this package, so it uses nothing but the JDK.
 */
@NullMarked
package org.comity.log.ledger;

import org.jspecify.annotations.NullMarked;
