/**
 * The databases of a node: the embedded server or one that others run, the roles, the schemas, and what kind of node it serves.
 *
 * <p>Why: one process with everything must be safe without an administrator. So the embedded server listens on the loopback
 * address only, asks for a password, and has fsync and synchronous commit on; each part of the software has a role of its
 * own with a random password; whatever is secret lies in files that only their owner can read. The price is a folder that
 * must be kept together: it holds the databases, their passwords and the master key.
 */
@NullMarked
package org.comity.standalone.database;

import org.jspecify.annotations.NullMarked;
