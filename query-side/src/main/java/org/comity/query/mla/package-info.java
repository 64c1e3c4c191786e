/**
 * Requests for mutual legal assistance as people read them: the list, one request, its history, what falls due.
 *
 * <p>Why: the list is a projection, because it must be filtered and counted; one request and its history are folded from the
 * log when they are asked for, by the same life that the rules hold, so that what a person sees is what the rules will judge.
 */
@NullMarked
package org.comity.query.mla;

import org.jspecify.annotations.NullMarked;
