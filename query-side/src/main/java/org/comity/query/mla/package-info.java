/**
 * What is its own in a request for mutual legal assistance as people read it: whose turn it is, what falls due, its view.
 *
 * <p>Why: the list, the reading of one request, its history, JSON and pages are the same for every kind and stand in
 * {@code query.register} and {@code query.page}; {@link org.comity.query.mla.MlaKind} tells them what is different here. The
 * register, the resource and the pages are empty but for their names: a processing group and a path want a class.
 */
@NullMarked
package org.comity.query.mla;

import org.jspecify.annotations.NullMarked;
