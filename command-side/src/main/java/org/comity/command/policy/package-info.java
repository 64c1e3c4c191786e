/**
 * Policies: what must happen by itself because something else happened.
 *
 * <p>Why: a policy is stateless and named as a sentence. What it asks carries a key made of policy, event and target, so that a
 * repeat after a crash finds its first effect; a refusal of the rules is recorded for a person and the policy goes on; any
 * other failure stops its processor, which tries again in order, for ever, and shows in readiness. The price: one event that
 * cannot be handled holds up all later ones of its group. That is meant: an order of preservation must not overtake another.
 */
@NullMarked
package org.comity.command.policy;

import org.jspecify.annotations.NullMarked;
