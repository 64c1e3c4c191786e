/**
 * Preservation requests as people read them: the list, one request, its history, what falls due.
 *
 * <p>Why: as for MLA requests; the end of a preservation and the rule behind it are what people look for first, so both stand
 * in the list.
 */
@NullMarked
package org.comity.query.preservation;

import org.jspecify.annotations.NullMarked;
