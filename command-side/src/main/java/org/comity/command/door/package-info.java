/**
 * The one door through which commands come over HTTP, for all families.
 *
 * <p>Why: a command is a record of a sealed family, so its path, its form, its description and its answer follow from the
 * record; a new command needs nothing here. The door reads a body strictly and whole before anything else happens, names each
 * fault by field and rule, and seals personal values, so that nothing behind it ever holds one in plain.
 *
 * <p><b>Order of checks.</b> Form (400), login (401), the rules: unknown (404), forbidden (403), conflict (409) and what cannot
 * stand (422). What the door itself finds that cannot stand (an act in the future, an addressee that is in no directory) is
 * an {@link org.comity.command.door.Objection}: it is raised after the rules have allowed the command and before anything
 * is recorded, for raised earlier it would tell a stranger that the request exists. An unknown command is answered without
 * a look at the request, so the answer says nothing about it.
 *
 * <p><b>Repeats.</b> Every command carries a key into the log, made of the person and the {@code Idempotency-Key}, or random.
 * The answer is computed from the events under that key, and from nothing else: so a repeat gets the same bytes.
 */
@NullMarked
package org.comity.command.door;

import org.jspecify.annotations.NullMarked;
