/**
 * How the words of the language are written: logical names of stored events, JSON, the flat metadata, and the upcasters that
 * read what older releases wrote.
 *
 * <p>Why: bytes in the log outlive every class. So no Java name is ever stored ({@link org.comity.log.names.StoredNames}), one
 * strict mapper serves log, door and pages ({@link org.comity.log.names.Json}), the act and the origin of an event are one flat
 * object of strings ({@link org.comity.log.names.ActCodec}, {@link org.comity.log.names.Origin}), and old forms are changed
 * to today's by pure functions ({@link org.comity.log.names.Upcasters}), never by migrating the table. The price is one golden
 * file for each event and revision, kept for ever.
 */
@NullMarked
package org.comity.log.names;

import org.jspecify.annotations.NullMarked;
