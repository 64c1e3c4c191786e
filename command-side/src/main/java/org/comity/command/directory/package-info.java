/**
 * The directory: which authorities there are, and on which days they act on this node themselves.
 *
 * <p>Glossary: an authority is <b>listed</b> once it is registered; it is <b>connected</b> from one day to another, and what
 * counts for an act is the day on which it happened.
 *
 * <p>Why: whoever names an authority in a command must hear at once that it exists, also when it was registered a moment ago by
 * another node. So {@link org.comity.command.directory.Directory} folds the authority's own stream, which is a handful of
 * events behind one look into an index, and keeps no table beside it that could lag behind. The price is that the command
 * side cannot list authorities; lists are the business of the query side.
 */
@NullMarked
package org.comity.command.directory;

import org.jspecify.annotations.NullMarked;
