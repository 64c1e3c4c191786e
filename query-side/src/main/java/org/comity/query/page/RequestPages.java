package org.comity.query.page;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.comity.api.Id;
import org.comity.api.Kebab;
import org.comity.api.Login;
import org.comity.api.Refused;
import org.comity.api.view.EntryView;
import org.comity.api.view.HistoryEntryView;
import org.comity.api.view.Page;
import org.comity.api.view.RequestLawView;
import org.comity.api.view.RequestView;
import org.comity.log.names.Json;
import org.comity.query.form.FormMaker;
import org.comity.query.register.Kind;
import org.comity.query.register.Moment;
import org.comity.query.register.Readings;
import org.comity.query.register.Register;
import org.comity.query.web.Parameters;
import org.comity.query.web.Wording;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * Requests of a kind as pages: the list, the sheet of one, and a form for each command. A kind has a subclass of it that names
 * its path.
 */
public abstract class RequestPages<S extends Enum<S>, V extends RequestView<S>> {
    /** Commands before which people are shown what they rely on. */
    private static final Set<String> RELYING = Set.of("approve", "transmit");

    private final Kind<?, ?, S, V> kind;
    private final Register<?, ?, S> register;
    private final Tools tools;
    private final Forms forms;
    private final Replays replays;

    /** What the pages of every kind use. */
    @Component("request-pages-tools")
    public record Tools(
            Readings readings,
            Sheets sheets,
            @Qualifier("worldClock") InstantSource worldClock) {}

    protected RequestPages(Kind<?, ?, S, V> kind, Register<?, ?, S> register, Tools tools) {
        this.kind = kind;
        this.register = register;
        this.tools = tools;
        this.replays = new Replays(tools.readings(), tools.sheets());
        this.forms = new Forms(kind.path(), kind.commands(), kind.unborn().table());
    }

    @GetMapping
    String list(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Login login, Model model) {
        var narrowing = new Narrowing(parameters);
        Page<EntryView<S>> found = register.find(narrowing.filter(kind.statuses()), login.actor());
        List<Row> rows =
                found.items().stream().map(entry -> Row.of(kind, entry)).toList();
        model.addAttribute(
                "list", RequestList.of(kind.name(), kind.path(), rows, found.next(), kind.statuses(), narrowing));
        model.addAttribute("now", tools.worldClock().instant());
        return "request/list";
    }

    @GetMapping("/new")
    String draft(@AuthenticationPrincipal Login login, @RequestAttribute Wording w, Model model) {
        return creating(false, "from", login, w, model);
    }

    @GetMapping("/incoming")
    String incoming(@AuthenticationPrincipal Login login, @RequestAttribute Wording w, Model model) {
        return creating(true, "to", login, w, model);
    }

    private String creating(boolean byLetter, String own, Login login, Wording words, Model model) {
        model.addAttribute("kind", kind.name());
        model.addAttribute("form", forms.creating(byLetter, own, login, words));
        return "web/form";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        model.addAttribute("kind", kind.name());
        model.addAttribute("page", kind.path());
        Sheet sheet;
        Moment moment = Moment.NOW;
        if (parameters.containsKey("at")) {
            var then = replays.then(
                    kind, id(id), login, parameters.get("at"), parameters.get("known"), parameters.get("from"), w);
            sheet = then.sheet();
            moment = then.moment();
            model.addAttribute("replay", then.replay());
        } else {
            sheet = shown(id, login, w).sheet();
        }
        model.addAttribute("sheet", sheet);
        model.addAttribute(
                "dates",
                Dates.of(
                        tools.readings().deadlines(kind, id(id), login.actor(), moment),
                        sheet.history(),
                        kind.name(),
                        w));
        model.addAttribute("law", tools.readings().law(kind, id(id), login.actor()));
        model.addAttribute("done", Forms.said(parameters, "done", w));
        model.addAttribute("proposed", Forms.said(parameters, "proposed", w));
        return "request/one";
    }

    /** What binds the two States, what the request has to say, on which grounds it can be refused. */
    @GetMapping("/{id}/law")
    String law(@PathVariable String id, @AuthenticationPrincipal Login login, Model model) {
        model.addAttribute("law", tools.readings().law(kind, id(id), login.actor()));
        model.addAttribute("kind", kind.name());
        model.addAttribute("page", kind.path());
        model.addAttribute("id", id(id));
        model.addAttribute("reference", kind.reference(id(id).value()));
        return "law/request";
    }

    @GetMapping("/{id}/changes")
    String changes(
            @PathVariable String id,
            @RequestParam String since,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        long seen = Parameters.number("since", since, 0, 0, Integer.MAX_VALUE);
        Shown<V> shown = shown(id, login, w);
        model.addAttribute("version", shown.view().head().version());
        model.addAttribute(
                "entries",
                shown.sheet().history().stream()
                        .filter(entry -> entry.sequence() > seen)
                        .toList());
        return "request/changes";
    }

    @GetMapping("/{id}/{command}")
    String form(
            @PathVariable String id,
            @PathVariable String command,
            @RequestParam Map<String, String> given,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        Shown<V> shown = shown(id, login, w);
        var head = shown.view().head();
        FormMaker maker = formed(shown, login, w, model);
        model.addAttribute("relies", RELYING.contains(command));
        var form = forms.about(head.id(), head.version(), command, head.openCommands(), maker, given);
        model.addAttribute(
                "form",
                forms.handingOver(form, head.assignments(), login.actor().person()));
        model.addAttribute("says", command.equals("amend-draft") ? says(shown.sheet()) : null);
        return "web/form";
    }

    @GetMapping("/{id}/report/{command}")
    String report(
            @PathVariable String id,
            @PathVariable String command,
            @RequestParam Map<String, String> given,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        Shown<V> shown = shown(id, login, w);
        var head = shown.view().head();
        FormMaker maker = formed(shown, login, w, model);
        model.addAttribute(
                "form",
                forms.reporting(head.id(), head.version(), command, head.reportable(), shown.sheet(), maker, given));
        return "web/form";
    }

    /** Says above a form which request it is about, and what makes the form. */
    private FormMaker formed(Shown<V> shown, Login login, Wording words, Model model) {
        var head = shown.view().head();
        model.addAttribute("kind", kind.name());
        model.addAttribute("id", head.id());
        model.addAttribute("reference", head.reference());
        model.addAttribute("situation", Kebab.of(head.status()));
        RequestLawView law = tools.readings().law(kind, head.id(), login.actor());
        model.addAttribute("law", law);
        return tools.sheets().forms(shown.sheet(), shown.history(), login.actor(), forms.statuses(), law, words);
    }

    /** What a draft says, as the form that amends it begins. */
    private static String says(Sheet sheet) {
        return Json.MAPPER.writeValueAsString(sheet.view().getOrDefault("contents", Map.of()));
    }

    private record Shown<V>(V view, List<HistoryEntryView> history, Sheet sheet) {}

    private Shown<V> shown(String text, Login login, Wording words) {
        Id id = id(text);
        V view = tools.readings().find(kind, id, login.actor());
        List<HistoryEntryView> history = tools.readings().history(kind, id, login.actor());
        Sheet sheet =
                tools.sheets().sheet(id, kind.path() + "/" + id, view, view.head(), history, login.actor(), words);
        return new Shown<>(view, history, sheet);
    }

    private Id id(String text) {
        return Parameters.id(text).map(kind::id).orElseThrow(Refused::unknown);
    }
}
