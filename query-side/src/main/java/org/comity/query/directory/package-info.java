/**
 * The directory as people look it up, and who the reader is in it.
 *
 * <p>Why: commands name authorities by ids, so a program or a page needs a list of them with names before it can say
 * anything. Whether an authority is connected depends on the day, so the row holds the days and the answer is given by the
 * world clock.
 */
@NullMarked
package org.comity.query.directory;

import org.jspecify.annotations.NullMarked;
