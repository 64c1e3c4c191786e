package org.comity.query.page;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.comity.api.Actor;
import org.comity.api.Command;
import org.comity.api.Kebab;
import org.comity.api.Login;
import org.comity.api.PersonId;
import org.comity.api.Refused;
import org.comity.api.RequestCommand;
import org.comity.api.view.AssignmentView;
import org.comity.api.view.OpenCommandView;
import org.comity.api.view.ReportableView;
import org.comity.law.lifecycle.After;
import org.comity.law.lifecycle.LifeTable;
import org.comity.log.names.Json;
import org.comity.query.form.Choice;
import org.comity.query.form.CommandForm;
import org.comity.query.form.CommandForm.Shape;
import org.comity.query.form.FormMaker;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;

/** The forms of one family of commands. */
public final class Forms {
    private static final List<String> OF_THE_SECOND_PERSON = List.of("confirm", "decline");

    /** What a letter says on its first page stands first; its legal receipt is the next step. */
    private static final Shape LETTER = new Shape(
            false,
            Set.of(
                    "from",
                    "to",
                    "sender",
                    "theirReference",
                    "letter",
                    "channel",
                    "dispatchedAt",
                    "bases",
                    "items",
                    "offence",
                    "facts",
                    "urgent",
                    "emergency"),
            "acknowledge-receipt",
            null);

    private final String page;
    private final Class<? extends Command> family;
    private final Map<String, List<String>> statuses = new HashMap<>();

    /**
     * Forms of a family.
     *
     * @param page path of the pages of the family
     * @param table says which statuses a command may name
     */
    public Forms(String page, Class<? extends Command> family, LifeTable<?> table) {
        this.page = page;
        this.family = family;
        table.rows().forEach(row -> {
            if (row.to() instanceof After.Chosen<?> chosen) {
                statuses.put(
                        row.command(),
                        chosen.statuses().stream()
                                .map(status -> Kebab.of((Enum<?>) status))
                                .toList());
            }
        });
    }

    public Map<String, List<String>> statuses() {
        return statuses;
    }

    /** A form that brings a request into being; the reader's own State is on the side that it says. */
    CommandForm creating(boolean byLetter, String own, Login reader, Wording words) {
        Actor actor = reader.actor();
        if (actor.office() == null) {
            throw Refused.forbidden("page.no-office", "Only an office can do this.");
        }
        var maker = new FormMaker(words, FormMaker.Choices.NONE, null);
        Class<? extends Command> type = beginning(byLetter);
        String command = Kebab.of(type);
        String path = byLetter ? "/incoming" : "";
        return new CommandForm(
                        command,
                        "/api" + page + path,
                        page,
                        UUID.randomUUID(),
                        null,
                        maker.fields(type),
                        maker.act(command),
                        null,
                        null,
                        command.equals("record-incoming") ? LETTER : Shape.ORDINARY)
                .saying(Map.of(own, actor.office().state().value()));
    }

    /** A form that enters something new which belongs to no side, with what is known of it. */
    public CommandForm entering(String command, FormMaker maker, @Nullable String why, Map<String, String> given) {
        return new CommandForm(
                        command,
                        "/api" + page,
                        page,
                        UUID.randomUUID(),
                        null,
                        maker.fields(type(command).orElseThrow()),
                        maker.act(command),
                        why,
                        null,
                        CommandForm.Shape.ORDINARY)
                .saying(given);
    }

    /**
     * The form of a command about a request.
     *
     * @param given what the link to it already says
     * @throws Refused if there is no such command for this reader
     */
    public CommandForm about(
            Object id,
            long version,
            String command,
            List<OpenCommandView> commands,
            FormMaker maker,
            Map<String, String> given) {
        Optional<OpenCommandView> known = commands.stream()
                .filter(one -> one.command().value().equals(command))
                .findFirst();
        if (known.isEmpty() && !OF_THE_SECOND_PERSON.contains(command)) {
            throw Refused.unknown();
        }
        return new CommandForm(
                        command,
                        "/api" + page + "/" + id + "/" + command,
                        page,
                        UUID.randomUUID(),
                        version,
                        maker.fields(type(command).orElseThrow(Refused::unknown)),
                        maker.act(command),
                        known.map(OpenCommandView::why).orElse(null),
                        known.map(OpenCommandView::source).orElse(null),
                        Shape.ORDINARY)
                .saying(given);
    }

    /**
     * The form by which somebody reports a command of the other side.
     *
     * @param sheet that knows what the offices are called
     * @throws Refused if there is no such command to report
     */
    public CommandForm reporting(
            Object id,
            long version,
            String command,
            List<ReportableView> reportable,
            Sheet sheet,
            FormMaker maker,
            Map<String, String> given) {
        ReportableView known = reportable.stream()
                .filter(one -> one.command().value().equals(command))
                .findFirst()
                .orElseThrow(Refused::unknown);
        List<Choice> offices = known.by().stream()
                .map(office -> new Choice(
                        office.id().toString(),
                        sheet.names().getOrDefault(office.id().toString(), String.valueOf(office.name()))))
                .toList();
        return new CommandForm(
                        command,
                        "/api" + page + "/" + id + "/" + command,
                        page,
                        UUID.randomUUID(),
                        version,
                        maker.fields(type(command).orElseThrow(Refused::unknown)),
                        maker.report(command, offices),
                        known.why(),
                        known.source(),
                        new Shape(true, Set.of(), null, null))
                .saying(given);
    }

    /** The form of an assignment by which its reader, who is assigned, can hand the request over in one step. */
    public CommandForm handingOver(CommandForm form, List<AssignmentView> standing, PersonId reader) {
        if (!form.command().equals("assign")) {
            return form;
        }
        boolean inParts = type("unassign").stream()
                .flatMap(type -> Stream.of(type.getRecordComponents()))
                .anyMatch(component -> component.getName().equals("items"));
        return standing.stream()
                .filter(one -> reader.equals(one.person()) && one.office() == null)
                .findFirst()
                .map(own -> Json.MAPPER.writeValueAsString(
                        inParts ? Map.of("person", reader, "items", own.items()) : Map.of("person", reader)))
                .map(body -> form.shaped(new Shape(false, Set.of(), null, body)))
                .orElse(form);
    }

    /** The command that brings a request into being: written here, or come by letter. */
    private Class<? extends Command> beginning(boolean byLetter) {
        return types().filter(type -> RequestCommand.Begin.class.isAssignableFrom(type)
                        && RequestCommand.TakeIn.class.isAssignableFrom(type) == byLetter)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing begins a request in " + family));
    }

    private Optional<Class<? extends Command>> type(String command) {
        return types().filter(type -> Kebab.of(type).equals(command)).findFirst();
    }

    private Stream<Class<? extends Command>> types() {
        return Stream.of(family.getPermittedSubclasses()).map(type -> type.asSubclass(Command.class));
    }

    /** What was just recorded, in words, if the address names a command that there is. */
    public static @Nullable String said(Map<String, String> parameters, String name, Wording words) {
        String command = parameters.get(name);
        return command == null ? null : words.first("command." + command);
    }
}
