/**
 * What the joints between requests could not do by themselves and leave to a person.
 *
 * <p>Why: a policy that is refused must not vanish in a log file; it is a fact that waits for somebody.
 */
@NullMarked
package org.comity.api.policy;

import org.jspecify.annotations.NullMarked;
