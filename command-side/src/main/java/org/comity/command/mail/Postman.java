package org.comity.command.mail;

import jakarta.mail.Address;
import jakarta.mail.Authenticator;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.PasswordAuthentication;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.comity.api.reminder.ReminderEvent.Reminded;

/** Takes what waits to the mail server, in order. */
final class Postman {
    private static final String TIMEOUT = "10000";

    private final Outbox outbox;
    private final Mailboxes mailboxes;
    private final MailServer server;
    private final Session session;

    Postman(Outbox outbox, Mailboxes mailboxes, MailServer server) {
        this.outbox = outbox;
        this.mailboxes = mailboxes;
        this.server = server;
        this.session = session(server);
    }

    /**
     * Sends what waits.
     *
     * @throws MessagingException if the server cannot be reached or fails; what waits stays, in its order
     */
    int deliver() throws MessagingException {
        int sent = 0;
        for (Reminded reminder : outbox.waiting()) {
            List<String> to = mailboxes.of(reminder);
            if (to.isEmpty()) {
                outbox.refused(reminder, "nobody has an address");
                continue;
            }
            try {
                Transport.send(message(reminder, to));
            } catch (SendFailedException e) {
                if (e.getInvalidAddresses() == null || e.getInvalidAddresses().length == 0) {
                    throw e;
                }
                // An address that no server knows must not hold up all that follows.
                outbox.refused(reminder, "the server knows no such address");
                continue;
            }
            outbox.sent(reminder);
            sent++;
        }
        return sent;
    }

    private Message message(Reminded reminder, List<String> to) throws MessagingException {
        var message = new Mail(session, "<" + reminder.id() + "@comity>");
        message.setFrom(new InternetAddress(server.from()));
        var addresses = new ArrayList<Address>();
        for (String one : to) {
            addresses.add(new InternetAddress(one));
        }
        message.setRecipients(Message.RecipientType.TO, addresses.toArray(Address[]::new));
        message.setSubject(reminder.reference().value(), StandardCharsets.UTF_8.name());
        message.setText(
                reminder.reference() + "\r\n" + server.link() + "/" + reminder.family() + "/" + reminder.request()
                        + "\r\n",
                StandardCharsets.UTF_8.name());
        message.setHeader("Auto-Submitted", "auto-generated");
        return message;
    }

    private static Session session(MailServer server) {
        var properties = new Properties();
        properties.setProperty("mail.smtp.host", server.host());
        properties.setProperty("mail.smtp.port", String.valueOf(server.port()));
        properties.setProperty("mail.smtp.connectiontimeout", TIMEOUT);
        properties.setProperty("mail.smtp.timeout", TIMEOUT);
        properties.setProperty("mail.smtp.writetimeout", TIMEOUT);
        properties.setProperty("mail.smtp.starttls.enable", "true");
        properties.setProperty("mail.smtp.starttls.required", String.valueOf(server.secure()));
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        String user = server.user();
        String password = server.password();
        if (user == null || password == null) {
            return Session.getInstance(properties);
        }
        properties.setProperty("mail.smtp.auth", "true");
        return Session.getInstance(properties, new Authenticator() {
            @Override
            protected PasswordAuthentication getPasswordAuthentication() {
                return new PasswordAuthentication(user, password);
            }
        });
    }

    /** A message whose identity is that of its reminder, whenever it is sent. */
    private static final class Mail extends MimeMessage {
        private final String identity;

        Mail(Session session, String identity) {
            super(session);
            this.identity = identity;
        }

        @Override
        protected void updateMessageID() throws MessagingException {
            setHeader("Message-ID", identity);
        }
    }
}
