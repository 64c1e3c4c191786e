/**
 * A request before the law: which treaties bind its States, what it has to say, on which grounds help may be refused.
 *
 * <p>Why: both sides ask the same questions about a request, the one to judge and the other to show. Here its contents become
 * the arguments of the tables once, so that a page never offers what a rule refuses, nor the reverse.
 */
@NullMarked
package org.comity.law.matter;

import org.jspecify.annotations.NullMarked;
