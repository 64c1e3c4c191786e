/**
 * What every answer has in common. For programs: problems, the reading of parameters. For people: the frame of a page, its
 * six languages, its words, signing in, and what is said when there is no page.
 *
 * <p>Why: a program that reads lists must be told what is wrong with its question in the same shape in which the door tells
 * it what is wrong with a command, so problems of this side have the members of the door's. Texts stand in
 * {@code messages.properties} and its five translations only, so that no language is ever half translated. Bootstrap gives
 * the grid in both directions of writing; nothing in a page comes from elsewhere, and nothing runs in it but our own script.
 */
@NullMarked
package org.comity.query.web;

import org.jspecify.annotations.NullMarked;
