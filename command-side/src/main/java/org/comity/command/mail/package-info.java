/**
 * Reminders by e-mail: off unless a mail server is configured.
 *
 * <p>Why: mail leaves the house and is read in places that nobody here controls, so it says the reference of a request and
 * where to find it, and nothing else. What is to be sent stands in a table that follows the log, so that a mail server that
 * is down holds up no expiry and no reminder; one worker in the cluster sends in the order of the log. A mail that the server
 * took is marked at once. Between these two moments a crash may send it again: SMTP knows no transaction; the repeat has the
 * same {@code Message-ID}, by which mailboxes know it for one. Jakarta Mail (Angus) is the protocol; it replaces nothing.
 */
@NullMarked
package org.comity.command.mail;

import org.jspecify.annotations.NullMarked;
