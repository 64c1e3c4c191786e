/**
 * Contents: what a request must say under its instruments, what of it a draft says already, and what is missing.
 *
 * <p>Why: an incomplete request costs weeks. So the same list tells the one who writes what is still to be done, keeps what
 * is incomplete from leaving, and gives the one who receives it the codes by which to send it back. Which component of a draft
 * answers an item stands in the table ({@code met_by}), so that a new component is one word there. An item for which a draft
 * has no component is never called missing: it is shown for a person to look at.
 */
@NullMarked
package org.comity.law.contents;

import org.jspecify.annotations.NullMarked;
