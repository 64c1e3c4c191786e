/**
 * The directory as people look it up: lists and search, one entry on any day, its history, a form for each change, and who the
 * reader is in it.
 *
 * <p>Why: commands name authorities by ids, so a program or a page needs a list of them with names before it can say
 * anything. What an entry says, and whether its authority is connected, depends on the day; so the register keeps what is
 * known of each as the one fold knows it, as JSON, and the answer is given by the world clock. A row of columns would be a
 * second fold, and wrong at midnight. The price is that lists are narrowed by connection in memory: a directory of the world
 * has some thousand entries.
 *
 * <p>A list is answered whole. Who authorities are is no secret; only the reason that a person gave beside a change is for
 * the State of the entry, the administrator and auditors.
 */
@NullMarked
package org.comity.query.directory;

import org.jspecify.annotations.NullMarked;
