/**
 * How any request is shown on a page: what it says, what happened, what can be done next.
 *
 * <p>Why: a lawyer who reads an MLA request and the preservation it rests on must find the same things in the same places,
 * so all kinds share one sheet and one set of pages. It is filled from the views that the JSON surface gives, so a page never
 * knows more than a program may. The price is that the sheet reads the members of a view by name.
 */
@NullMarked
package org.comity.query.page;

import org.jspecify.annotations.NullMarked;
