package org.comity.command.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.axonframework.eventhandling.AnnotationEventHandlerAdapter;
import org.axonframework.eventhandling.TrackedEventMessage;
import org.comity.api.PreservationId;
import org.comity.command.preservation.JointsNode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Reminders by mail, to a real SMTP server. */
class PostmanTest {
    private static final Instant END = Instant.parse("2026-03-13T12:00:00Z");

    private final GreenMail greenMail = new GreenMail(ServerSetup.SMTP.dynamicPort());
    private final JointsNode node = JointsNode.first().at(Instant.parse("2026-01-12T12:00:00Z"));
    private MailServer server;

    @BeforeEach
    void open() {
        greenMail.start();
        server = new MailServer(
                "127.0.0.1",
                greenMail.getSmtp().getPort(),
                "comity@practice.example",
                "https://comity.practice.example",
                null,
                null,
                false);
    }

    @AfterEach
    void close() {
        greenMail.stop();
        node.close();
    }

    private Outbox outbox(@Nullable MailServer to) {
        return new Outbox(node.app(), node.log(), InstantSource.system(), to);
    }

    private Postman postman() {
        return new Postman(outbox(server), reminder -> List.of(reminder.to() + "@practice.example"), server);
    }

    /** Lets the clock walk over the end, and the outbox read what came of it from the beginning of the log. */
    private PreservationId lapsed(Outbox outbox) throws Exception {
        PreservationId id = node.preserved(END);
        node.walk(END.plus(Duration.ofDays(1)));
        read(outbox);
        return id;
    }

    private void read(Outbox outbox) throws Exception {
        var handler = new AnnotationEventHandlerAdapter(outbox);
        try (var stream = node.events()) {
            while (stream.hasNextAvailable()) {
                TrackedEventMessage<?> message = stream.nextAvailable();
                if (handler.canHandle(message)) {
                    handler.handle(message);
                }
            }
        }
    }

    @Test
    void eachReminderIsSentOnceInOrderAlsoAfterARestart() throws Exception {
        Outbox outbox = outbox(server);
        PreservationId id = lapsed(outbox);
        assertThat(postman().deliver()).isEqualTo(4);
        read(outbox);
        assertThat(postman().deliver()).isZero();

        MimeMessage[] received = greenMail.getReceivedMessages();
        assertThat(recipients(received))
                .containsExactly(
                        "assigned@practice.example",
                        "assigned@practice.example",
                        "office@practice.example",
                        "supervisor@practice.example");
        assertThat(received[0].getMessageID()).isNotEqualTo(received[1].getMessageID());
        assertThat(received[0].getSubject()).isEqualTo(id.reference());
        assertThat(received[0].getContent().toString().strip())
                .as("the reference and the link, and nothing else")
                .isEqualTo(id.reference() + "\r\nhttps://comity.practice.example/preservation-requests/" + id);
    }

    @Test
    void whatTheServerDoesNotTakeWaitsAndKeepsItsOrder() throws Exception {
        lapsed(outbox(server));
        int port = greenMail.getSmtp().getPort();
        greenMail.stop();
        assertThatThrownBy(() -> postman().deliver()).isInstanceOf(MessagingException.class);
        assertThat(outbox(server).count()).isEqualTo(4);

        var back = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        back.start();
        try {
            assertThat(postman().deliver()).isEqualTo(4);
            assertThat(recipients(back.getReceivedMessages()).getLast()).isEqualTo("supervisor@practice.example");
        } finally {
            back.stop();
        }
    }

    @Test
    void aMailThatTheServerTookBeforeACrashIsRepeatedUnderTheSameIdentity() throws Exception {
        lapsed(outbox(server));
        postman().deliver();
        JdbcClient.create(node.app())
                .sql("update command.mail set sent_at = null where position = (select max(position) from command.mail)")
                .update();
        postman().deliver();
        MimeMessage[] received = greenMail.getReceivedMessages();
        assertThat(received).hasSize(5);
        assertThat(received[4].getMessageID()).isEqualTo(received[3].getMessageID());
    }

    @Test
    void withoutAServerNothingIsKeptThatALaterOneWouldSend() throws Exception {
        lapsed(outbox(null));
        assertThat(postman().deliver()).isZero();
        assertThat(greenMail.getReceivedMessages()).isEmpty();
    }

    @Test
    void whoHasNoAddressHoldsUpNobody() throws Exception {
        lapsed(outbox(server));
        var postman = new Postman(
                outbox(server),
                reminder -> reminder.to().value().equals("supervisor") ? List.of("head@practice.example") : List.of(),
                server);
        assertThat(postman.deliver()).isEqualTo(1);
        assertThat(outbox(server).count()).isZero();
    }

    private static List<String> recipients(MimeMessage[] received) throws MessagingException {
        var recipients = new ArrayList<String>();
        for (MimeMessage one : received) {
            recipients.add(one.getAllRecipients()[0].toString());
        }
        return recipients;
    }
}
