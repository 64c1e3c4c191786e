/**
 * What is read of any request: pages of lists, the acts of a history, open commands, deadlines, tasks.
 *
 * <p>Why: all kinds of requests are read in the same way by the same programs, so the shape of an answer is said once.
 * Views carry personal values sealed; they are opened where the answer is written, after the reader's right was checked.
 */
@NullMarked
package org.comity.api.view;

import org.jspecify.annotations.NullMarked;
