/**
 * Grounds: for what reasons help may be refused, put off, tied to conditions or withheld, and for which it may not.
 *
 * <p>Why: a refusal rests on a ground of one of the request's own instruments, or it is no refusal that the other State must
 * take. Excuses that a treaty forbids are in the same table, so that they cannot be recorded by any spelling.
 */
@NullMarked
package org.comity.law.grounds;

import org.jspecify.annotations.NullMarked;
