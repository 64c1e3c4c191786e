package org.comity.query.register;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.comity.api.Act;
import org.comity.api.Code;
import org.comity.api.Fact;
import org.comity.api.Id;
import org.comity.api.Kebab;
import org.comity.api.RequestEvent;
import org.comity.api.view.LinkView;
import org.comity.law.lifecycle.Life;
import org.comity.log.store.EventLog;
import org.springframework.stereotype.Component;

/** Looks up the requests that another one is tied to; those that the reader may not know of are not there. */
@Component
public final class Links {
    private final EventLog log;
    private final List<Register<?, ?, ?>> registers;

    public Links(EventLog log, List<Register<?, ?, ?>> registers) {
        this.log = log;
        this.registers = List.copyOf(registers);
    }

    /**
     * The requests that one is tied to by what it says, and those that are tied to it, as far as registers have come.
     *
     * @param act of reading
     * @param moment how far they had come
     */
    List<LinkView> of(Id id, List<Kind.Tie> ties, Act act, Moment moment) {
        Moment then = moment.isNow() ? moment : new Moment(null, act.receivedAt(), moment.corrected());
        return Stream.concat(ties.stream(), registers.stream().flatMap(register -> backwards(register, id)))
                .flatMap(tie -> registers.stream().flatMap(register -> link(register.kind(), tie, act, then).stream()))
                .toList();
    }

    private static Stream<Kind.Tie> backwards(Register<?, ?, ?> register, Id id) {
        String relation = register.kind().backwards();
        return relation == null
                ? Stream.empty()
                : register.linkedTo(id.value()).stream()
                        .map(from -> new Kind.Tie(relation, register.kind().id(from)));
    }

    /** Nothing if the id is that of something else. */
    private <E extends RequestEvent, L extends Life<S, E, L>, S extends Enum<S>> Optional<LinkView> link(
            Kind<E, L, S, ?> kind, Kind.Tie tie, Act act, Moment moment) {
        if (!kind.id(tie.to().value()).equals(tie.to())) {
            return Optional.empty();
        }
        List<Fact<E>> facts = Facts.of(log.read(tie.to().value().toString()), kind.events());
        L life = moment.life(kind.unborn(), facts);
        // Who may know of it now is asked also of the past: what was sealed since is not there.
        return life.mayKnow(act) && kind.life(facts).mayKnow(act)
                ? Optional.of(new LinkView(
                        new Code(tie.relation()),
                        new Code(kind.path().substring(1)),
                        tie.to().value(),
                        kind.reference(tie.to().value()),
                        Kebab.of(life.status())))
                : Optional.empty();
    }
}
