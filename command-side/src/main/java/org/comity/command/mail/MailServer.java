package org.comity.command.mail;

import org.jspecify.annotations.Nullable;

/**
 * The server that takes mail.
 *
 * @param from address of the sender
 * @param link where people reach this node, without a slash at the end
 * @param user none if the server asks nobody who they are
 * @param secure true to insist on TLS (STARTTLS)
 */
public record MailServer(
        String host,
        int port,
        String from,
        String link,
        @Nullable String user,
        @Nullable String password,
        boolean secure) {

    /** Without the password, which must stand in no log. */
    @Override
    public String toString() {
        return host + ":" + port;
    }
}
