/**
 * The law as data: tables that are read once, and pure functions over them.
 *
 * <p>Why: treaties, reservations and practice change without a release of the code, and an act must be judged by the tables
 * of its day. So the tables are files with a source in each row, an error in one stops the start with file and line, and
 * their digest stands beside every act that was judged by them.
 */
@NullMarked
package org.comity.law;

import org.jspecify.annotations.NullMarked;
