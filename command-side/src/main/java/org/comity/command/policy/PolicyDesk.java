package org.comity.command.policy;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.axonframework.eventhandling.GenericDomainEventMessage;
import org.comity.api.Act;
import org.comity.api.Command;
import org.comity.api.Event;
import org.comity.api.Id;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.policy.PolicyEvent.PolicyRefused;
import org.comity.api.policy.PolicyId;
import org.comity.law.Table;
import org.comity.log.dispatch.CommandDispatch;
import org.comity.log.names.ActCodec;
import org.comity.log.names.Origin;
import org.comity.log.store.AxonLog;
import org.comity.log.store.CommandKeyTaken;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Sends what happens by itself, once each. What a policy asks is judged at the moment of its cause, however late the policy
 * comes to it; what the rules refuse is recorded, so that a person sees it. Every other failure is the caller's: to be tried
 * again.
 */
@Component
public class PolicyDesk {
    private static final String LAW = Table.digestOfAll().value();

    private final CommandDispatch dispatch;
    private final AxonLog log;

    public PolicyDesk(CommandDispatch dispatch, AxonLog log) {
        this.dispatch = dispatch;
        this.log = log;
    }

    /**
     * Sends what a policy asks because of an event.
     *
     * @param policy whose name is the sentence
     * @param target what the command is about: the request that it goes to and, if it names one, the other request
     */
    public void send(Class<?> policy, Recorded<?> cause, String family, Command command, Id... target) {
        UUID event = cause.fact().eventId();
        String targets = Arrays.stream(target).map(id -> id.value().toString()).collect(Collectors.joining("/"));
        String key = key(policy.getSimpleName() + "/" + event + "/" + targets);
        Act act = Act.bySystem(cause.fact().act().judgedAt());
        Map<String, String> metadata = metadata(act, new Origin(LAW, Kebab.of(command.getClass()), key, null, event));
        try {
            dispatch.send(family, command, metadata, null);
        } catch (CommandKeyTaken done) {
            // A repeat after a crash: its effect is in the log.
            return;
        } catch (Refused refused) {
            record(policy, event, command, key, refused, metadata);
        }
    }

    /**
     * Sends what falls due by itself.
     *
     * @param occasion what makes it one, on all nodes and for ever
     * @return true if it had an effect now
     */
    public boolean sendDue(String occasion, Act act, String family, Command command) {
        var origin = new Origin(LAW, Kebab.of(command.getClass()), key(occasion), null, null);
        try {
            return !dispatch.send(family, command, metadata(act, origin), null)
                    .events()
                    .isEmpty();
        } catch (CommandKeyTaken done) {
            return false;
        }
    }

    private void record(
            Class<?> policy, UUID event, Command command, String key, Refused refused, Map<String, String> metadata) {
        var id = new PolicyId(UUID.nameUUIDFromBytes(key.getBytes(StandardCharsets.UTF_8)));
        var refusal = new PolicyRefused(
                id,
                new Label(policy.getSimpleName()),
                event,
                command.id().value(),
                new Label(refused.code()),
                new Label(shortened(refused.sentence())));
        once(refusal, metadata);
    }

    /**
     * Records something that has a stream of its own, whose name says what it is: it happens once, on all nodes and for ever.
     *
     * @return true if it was not recorded before
     */
    public boolean state(Event event, Act act) {
        return once(event, metadata(act, new Origin(LAW, null, null, null, null)));
    }

    private boolean once(Event event, Map<String, String> metadata) {
        String stream = event.id().value().toString();
        if (log.log().lastSequence(stream).isPresent()) {
            return false;
        }
        try {
            log.eventStore().publish(new GenericDomainEventMessage<>("once", stream, 0, event, metadata));
            return true;
        } catch (RuntimeException e) {
            // Another node may have been first; whether it was, the log knows.
            if (log.log().lastSequence(stream).isPresent()) {
                return false;
            }
            throw e;
        }
    }

    private static Map<String, String> metadata(Act act, Origin origin) {
        Map<String, String> metadata = ActCodec.write(act);
        metadata.putAll(origin.write());
        return metadata;
    }

    private static String shortened(@Nullable String sentence) {
        String text = String.valueOf(sentence);
        return text.length() <= 200 ? text : text.substring(0, 199) + "…";
    }

    private static String key(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }
}
