/**
 * The rules of requests for mutual legal assistance, and the shell that ties them to the log.
 *
 * <p>Why: what every kind of request shares stands in {@code org.comity.command.request}; here is what only assistance knows:
 * measures and their outcomes, conditions, grounds, hand-overs of evidence, remedies, reopening. The rules are stated over
 * events, for the reason given there.
 */
@NullMarked
package org.comity.command.mla;

import org.jspecify.annotations.NullMarked;
