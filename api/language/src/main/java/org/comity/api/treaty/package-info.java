/**
 * What is said between people about treaties: which of them bind two States.
 *
 * <p>Why: an answer of the law changes when a State joins, leaves or reserves. An act that relied on one therefore keeps the
 * answer that was given, with each fact under it, and never looks it up again.
 */
@NullMarked
package org.comity.api.treaty;

import org.jspecify.annotations.NullMarked;
