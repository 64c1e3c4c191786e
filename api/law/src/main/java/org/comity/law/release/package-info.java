/**
 * The tables that are released together, read and held against each other before anything is judged by them.
 *
 * <p>Why: each concept reads its own table when it is first asked, so a typing error would show in the middle of an act, to the
 * wrong person. So the start reads them all, and stops with file, line and column. The price is half a second of each start.
 */
@NullMarked
package org.comity.law.release;

import org.jspecify.annotations.NullMarked;
