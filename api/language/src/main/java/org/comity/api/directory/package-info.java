/**
 * Authorities: who can act for a State, in what capacity, and whether they use this node themselves.
 *
 * <p>Why: whether an act is witnessed or may only be reported depends on the day on which its authority was connected, so
 * the directory is event-sourced like everything else.
 */
@NullMarked
package org.comity.api.directory;

import org.jspecify.annotations.NullMarked;
