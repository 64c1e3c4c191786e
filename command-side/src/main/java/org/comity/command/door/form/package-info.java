/**
 * The form of what comes in: text that the log can keep exactly, fields that their record has, values of their kind.
 *
 * <p>Why: a body is walked along the record that it shall become, before anything is made or sealed, so that everything that
 * is wrong is said at once, each by its path and in a sentence, and no value is ever repeated. The price is a walk of our own
 * beside Jackson's; what a single value may be is still said once, by its type.
 *
 * <p>libphonenumber tells telephone numbers from other digits, in place of a table of numbering plans of our own.
 */
@NullMarked
package org.comity.command.door.form;

import org.jspecify.annotations.NullMarked;
