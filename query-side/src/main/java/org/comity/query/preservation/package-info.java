/**
 * What is its own in a preservation request as people read it: when it ends and by which rule, what holds it, its view.
 *
 * <p>Why: as for MLA requests; the end of a preservation is what people look for first, so it stands in the list.
 */
@NullMarked
package org.comity.query.preservation;

import org.jspecify.annotations.NullMarked;
