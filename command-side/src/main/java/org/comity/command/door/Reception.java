package org.comity.command.door;

import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Command;
import org.comity.api.Id;
import org.comity.api.Login;
import org.comity.api.Personal;
import org.comity.api.Recorded;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.command.directory.Directory;
import org.comity.command.door.form.BodyForm;
import org.comity.command.door.form.FieldError;
import org.comity.command.door.form.FieldError.BadForm;
import org.comity.law.Table;
import org.comity.law.lifecycle.OwnSide;
import org.comity.log.dispatch.CommandDispatch;
import org.comity.log.dispatch.StaleVersion;
import org.comity.log.names.ActCodec;
import org.comity.log.names.Json;
import org.comity.log.names.Origin;
import org.comity.log.store.CommandKeyTaken;
import org.comity.log.store.EventLog;
import org.comity.log.store.LogEntry;
import org.comity.log.vault.Vault;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/** Takes a command from its form to its answer, in the order of checks that the package describes. */
@Component
class Reception {
    private final EventLog log;
    private final CommandDispatch dispatch;
    private final Vault vault;
    private final Directory directory;
    private final Objections objections;
    private final Answers answers;
    private final InstantSource worldClock;

    /** What every act of this release is judged by. */
    private final String law = Table.digestOfAll().value();

    Reception(
            EventLog log,
            CommandDispatch dispatch,
            Vault vault,
            Directory directory,
            Objections objections,
            Answers answers,
            @Qualifier("worldClock") InstantSource worldClock) {
        this.log = log;
        this.dispatch = dispatch;
        this.vault = vault;
        this.directory = directory;
        this.objections = objections;
        this.answers = answers;
        this.worldClock = worldClock;
    }

    /** Somebody who has not signed in. */
    static final class NotSignedIn extends RuntimeException {
        private static final long serialVersionUID = 1L;

        NotSignedIn() {
            super("not signed in", null, false, false);
        }
    }

    /**
     * A body whose form is right, not sealed yet.
     *
     * @param command tree of the command, or of what confirms one
     * @param act tree of what is said about the act
     */
    private record Filled(BodyForm form, ObjectNode command, ObjectNode act) {}

    ResponseEntity<byte[]> answer(Knock knock, @Nullable Login login) {
        UUID target = knock.target() == null ? UUID.randomUUID() : knock.target();
        Filled filled = fill(knock, target);
        if (login == null) {
            throw new NotSignedIn();
        }
        String key = knock.commandKey(login.actor().person());
        if (key != null) {
            Optional<ResponseEntity<byte[]>> first = first(knock, key);
            if (first.isPresent()) {
                return first.get();
            }
        }
        List<Recorded<?>> history = knock.target() == null ? List.of() : log.read(target.toString());
        if (knock.target() != null && (history.isEmpty() || !knock.family().owns(history.getFirst()))) {
            throw Refused.unknown();
        }
        try {
            return perform(knock, login, key, knock.family().id(target), history, filled);
        } catch (CommandKeyTaken repeated) {
            return first(knock, repeated.commandKey())
                    .orElseThrow(() -> new IllegalStateException("a command key is taken by no command", repeated));
        }
    }

    private static Filled fill(Knock knock, UUID target) {
        JsonNode said = knock.body().remove("act");
        var form = new BodyForm();
        List<FieldError> errors = new ArrayList<>();
        ObjectNode act = JsonNodeFactory.instance.objectNode();
        if (said instanceof ObjectNode object) {
            act = object;
        } else if (said != null && !said.isNull()) {
            errors.add(new FieldError("act", "Here stands an object."));
        }
        boolean confirms = Proposal.isConfirmation(knock.command());
        if (!confirms) {
            if (knock.body().has("id")) {
                errors.add(new FieldError("id", "The id stands in the path, not in the body."));
            }
            knock.body().put("id", target.toString());
        }
        ObjectNode command = form.walk(
                knock.body(),
                confirms ? Proposal.Confirmation.class : knock.command().asSubclass(Record.class),
                "");
        ObjectNode walkedAct = form.walk(act, SpokenAct.class, "act");
        errors.addAll(form.errors());
        if (!errors.isEmpty()) {
            throw new BadForm(errors);
        }
        return new Filled(form, command, walkedAct);
    }

    /** The answer that this command was given before; empty if it is new. */
    private Optional<ResponseEntity<byte[]>> first(Knock knock, String key) {
        List<LogEntry> entries = log.eventsOfCommand(key);
        if (entries.isEmpty()) {
            return Optional.empty();
        }
        if (!vault.bodyHmac(knock.said().bytes())
                .equals(entries.getFirst().origin().bodyHmac())) {
            throw Refused.unacceptable(
                    "idempotency.other-body",
                    Knock.IDEMPOTENCY_KEY,
                    "Under this key you have sent another command before; a key is for one command only.");
        }
        UUID target = UUID.fromString(entries.getFirst().recorded().stream());
        return Optional.of(answers.answer(
                knock.family(),
                target,
                List.of(),
                entries.stream().<Recorded<?>>map(LogEntry::recorded).toList()));
    }

    private ResponseEntity<byte[]> perform(
            Knock knock, Login login, @Nullable String key, Id id, List<Recorded<?>> history, Filled filled) {
        List<Personal> findable = filled.form().seal(vault, id);
        try {
            SpokenAct spoken = Json.MAPPER.treeToValue(filled.act(), SpokenAct.class);
            Optional<Proposal> proposal = proposal(knock, id, history, filled);
            Command command = proposal.map(Proposal::confirmed)
                    .orElseGet(() -> Json.MAPPER.treeToValue(filled.command(), knock.command()));
            Act act = spoken.by(
                    login.actor(), proposal.map(Proposal::proposer).orElse(null), now(), authority -> directory
                            .office(authority)
                            .orElse(null));
            var objection = proposal.flatMap(Proposal::objection)
                    .or(() -> objections.against(knock.family(), history, command, act, spoken));
            var outcome = dispatch.send(
                    knock.family().commandName(),
                    command,
                    metadata(knock, key, act, command),
                    expected(knock.expectedVersion(), history, login.actor()),
                    objection.orElse(null));
            return answers.answer(knock.family(), id.value(), history, outcome.events());
        } catch (Refused | StaleVersion | CommandKeyTaken nothingRecorded) {
            vault.forget(findable);
            if (knock.target() == null) {
                vault.forget(id);
            }
            throw nothingRecorded;
        }
    }

    /** The version to decide on; what the other side did for itself since the sender looked is no change to the sender. */
    private static @Nullable Long expected(@Nullable Long seen, List<Recorded<?>> history, Actor sender) {
        if (seen == null || history.isEmpty()) {
            return seen;
        }
        var facts = history.stream().map(Recorded::fact).toList();
        StateCode side = sender.office() == null ? null : sender.office().state();
        return seen == OwnSide.version(facts, side)
                ? Long.valueOf(facts.getLast().sequence())
                : seen;
    }

    private static Optional<Proposal> proposal(Knock knock, Id id, List<Recorded<?>> history, Filled filled) {
        if (!Proposal.isConfirmation(knock.command())) {
            return Optional.empty();
        }
        UUID named = Json.MAPPER
                .treeToValue(filled.command(), Proposal.Confirmation.class)
                .proposal();
        return Optional.of(Proposal.find(knock.family(), id, history, named));
    }

    /** The act and its origin, as they are stored; and what the rules need to propose the command to a second person. */
    private Map<String, String> metadata(Knock knock, @Nullable String key, Act act, Command command) {
        Map<String, String> metadata = ActCodec.write(act);
        String hmac = key == null ? null : vault.bodyHmac(knock.said().bytes());
        metadata.putAll(new Origin(law, knock.commandName(), key, hmac, null).write());
        metadata.put("proposal", UUID.randomUUID().toString());
        metadata.put("body", Json.write(command));
        return metadata;
    }

    /** In microseconds, like everything that the log says of time. */
    private Instant now() {
        return worldClock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
