/**
 * Leads from any reference to the request that bears it.
 *
 * <p>Why: people have a reference on a letter, on a screen or in their ear, and rarely know whose it is. So there is one place
 * that reads what was typed in every way it can be read (an identity, our spoken form with a typing error, the reference of
 * either side, the ticket of a provider, words) and asks the registers, which know what the reader may know of. What fits
 * exactly stands alone; what may not be known is answered like what is not there. The price is one question to each register
 * for each search.
 */
@NullMarked
package org.comity.query.search;

import org.jspecify.annotations.NullMarked;
