/**
 * The instruments on which a request may rest, and what they allow between authorities.
 *
 * <p>Why: rules ask by the id of an instrument and never by a date or a name written in Java, so that a treaty that enters
 * into force changes a file and no code.
 */
@NullMarked
package org.comity.law.treaty;

import org.jspecify.annotations.NullMarked;
