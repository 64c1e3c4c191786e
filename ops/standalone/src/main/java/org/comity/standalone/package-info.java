/**
 * One process with everything: databases, both sides, practice mode, and the commands that a person types.
 *
 * <p>Why: a ministry must be able to begin with one machine and one command, so this module alone knows all the others and
 * builds what they take by constructor. What a start needs before there is a container (lock, database server, roles,
 * schemas, the mode of the database) is plain Java in an order that can be read top down; the container gets finished things.
 */
@NullMarked
package org.comity.standalone;

import org.jspecify.annotations.NullMarked;
