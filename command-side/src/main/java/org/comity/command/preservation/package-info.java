/**
 * Preservation requests on the command side: their rules, their shell, and the joints with MLA requests.
 *
 * <p>Why: a hold begins with the legal receipt of a follow-up request, and receipts are recorded late and corrected. So every
 * joint tells the preservation what is known and lets its rules judge; no joint decides. The fold of the life is pure in the
 * facts: whoever learns of a receipt late arrives at the same hold as whoever knew it at once. Source: ETS 185 art. 29(7).
 */
@NullMarked
package org.comity.command.preservation;

import org.jspecify.annotations.NullMarked;
