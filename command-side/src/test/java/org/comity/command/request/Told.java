package org.comity.command.request;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.assertj.core.api.Assertions;
import org.comity.api.Act;
import org.comity.api.Fact;
import org.comity.api.Refused;
import org.comity.api.RequestCommand;
import org.comity.api.RequestEvent;
import org.comity.law.lifecycle.Life;

/**
 * A request as it was led so far; each act comes an hour after the one before, so every fact passed the rules. A kind says what
 * it begins with and how it is confirmed.
 */
public abstract class Told<
        T extends Told<T, C, S, E, L>,
        C extends RequestCommand,
        S extends Enum<S>,
        E extends RequestEvent,
        L extends Life<S, E, L>> {
    public static final Instant BEGIN = Instant.parse("2026-03-02T09:00:00Z");

    /** What the door would send along for a proposal. */
    public static final String BODY = "{}";

    private final Request<C, E, L> request;
    private final Instant now;

    protected Told(Request<C, E, L> request, Instant now) {
        this.request = request;
        this.now = now;
    }

    protected abstract T with(Request<C, E, L> led, Instant later);

    /** The confirmation of what was proposed last. */
    public abstract C confirm(C proposed);

    public Request<C, E, L> request() {
        return request;
    }

    public Instant now() {
        return now;
    }

    public L life() {
        return request.life();
    }

    public S status() {
        return life().status();
    }

    public List<Fact<E>> facts() {
        return life().history().facts();
    }

    public E last() {
        return facts().getLast().event();
    }

    /** The identity of the latest event of a type. */
    public UUID latest(Class<? extends E> type) {
        return facts().reversed().stream()
                .filter(fact -> type.isInstance(fact.event()))
                .findFirst()
                .orElseThrow()
                .eventId();
    }

    public T as(String login, C command) {
        return by(People.act(login, now), command);
    }

    public T by(Act act, C command) {
        Request<C, E, L> led = request;
        for (E event : request.decide(command, act, this::offer)) {
            long sequence = led.life().version() + 1;
            led = led.after(new Fact<>(new UUID(9, sequence), sequence, event, request.actOf(command, act)));
        }
        return with(led, now.plus(Duration.ofHours(1)));
    }

    /** What a command gives, without telling the story on. */
    public List<E> answer(String login, C command) {
        return request.decide(command, People.act(login, now), this::offer);
    }

    public Refused refusal(String login, C command) {
        return refusal(People.act(login, now), command);
    }

    public Refused refusal(Act act, C command) {
        Refused refused =
                Assertions.catchThrowableOfType(Refused.class, () -> request.decide(command, act, this::offer));
        Assertions.assertThat(refused).as("a refusal of " + command).isNotNull();
        return refused;
    }

    /** Proposed by the first, confirmed by the second. */
    public T asTwo(String first, String second, C command) {
        T proposed = as(first, command);
        return proposed.as(second, proposed.confirm(command));
    }

    /** The latest proposal. */
    public UUID proposal() {
        return facts().reversed().stream()
                .map(Fact::event)
                .filter(RequestEvent.Proposed.class::isInstance)
                .map(RequestEvent.Proposed.class::cast)
                .findFirst()
                .orElseThrow()
                .proposal();
    }

    public T at(Instant later) {
        return with(request, later);
    }

    private Offer offer() {
        return new Offer(new UUID(7, life().version() + 1), BODY);
    }
}
