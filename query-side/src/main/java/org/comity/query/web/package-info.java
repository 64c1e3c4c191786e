/**
 * What every answer has in common: problems, the reading of parameters.
 *
 * <p>Why: a program that reads lists must be told what is wrong with its question in the same shape in which the door tells
 * it what is wrong with a command, so problems of this side have the members of the door's.
 */
@NullMarked
package org.comity.query.web;

import org.jspecify.annotations.NullMarked;
