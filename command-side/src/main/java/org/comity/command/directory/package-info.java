/**
 * The directory: the rules by which its entries change, and what the command side asks about authorities.
 *
 * <p>Glossary: an authority is <b>listed</b> once it is registered; it is <b>connected</b> from one day to another, and what
 * counts for an act is the day on which it happened; <b>retired</b>, it is not changed, connected or addressed any more.
 *
 * <p>Why: whoever names an authority in a command must hear at once that it exists, also when it was registered a moment ago by
 * another node. So {@link org.comity.command.directory.Directory} folds the authority's own stream, which is a handful of
 * events behind one look into an index, and keeps no table beside it that could lag behind. The price is that the command
 * side cannot list authorities; lists are the business of the query side. So it does not refuse a second entry of the same
 * State, kind and name either: there are States with two offices of one name, and the register shows the namesakes to
 * whoever entered the second.
 *
 * <p>Changes take one person today. That two are needed will be one word in the column {@code by} of the table.
 */
@NullMarked
package org.comity.command.directory;

import org.jspecify.annotations.NullMarked;
