package org.comity.query.mla;

import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Login;
import org.comity.api.MlaRequestId;
import org.comity.api.Refused;
import org.comity.api.mla.MlaEntryView;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestView;
import org.comity.api.mla.MlaStatus;
import org.comity.api.view.HistoryEntryView;
import org.comity.api.view.Page;
import org.comity.law.lifecycle.Kebab;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.query.page.Forms;
import org.comity.query.page.Narrowing;
import org.comity.query.page.RequestList;
import org.comity.query.page.Row;
import org.comity.query.page.Sheet;
import org.comity.query.page.Sheets;
import org.comity.query.web.HtmlPages;
import org.comity.query.web.Parameters;
import org.comity.query.web.Wording;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Requests for mutual legal assistance as pages: the list, the sheet of one, and a form for each command. */
@HtmlPages
@RequestMapping(MlaPages.PAGE)
public class MlaPages {
    static final String PAGE = "/mla-requests";

    private static final Forms FORMS = new Forms(PAGE, MlaRequestCommand.class, MlaRequestLife.TABLE);

    private final MlaRegister register;
    private final MlaRequests requests;
    private final Sheets sheets;
    private final InstantSource worldClock;

    MlaPages(
            MlaRegister register,
            MlaRequests requests,
            Sheets sheets,
            @Qualifier("worldClock") InstantSource worldClock) {
        this.register = register;
        this.requests = requests;
        this.sheets = sheets;
        this.worldClock = worldClock;
    }

    /** A request as lists of both kinds show it. */
    public static Row row(MlaEntryView entry) {
        return new Row(
                "mla",
                PAGE,
                entry.id().value(),
                entry.reference(),
                entry.from(),
                entry.to(),
                Kebab.of(entry.status()),
                entry.flags(),
                Kebab.of(entry.turn()),
                entry.waitingOn() == null ? null : Kebab.of(entry.waitingOn()),
                entry.dueAt(),
                entry.due() == null ? null : entry.due().value(),
                entry.offence(),
                entry.changedAt());
    }

    @GetMapping
    String list(@RequestParam Map<String, String> parameters, @AuthenticationPrincipal Login login, Model model) {
        var narrowing = new Narrowing(parameters);
        Page<MlaEntryView> found = register.find(narrowing.filter(MlaStatus.class), login.actor());
        List<Row> rows = found.items().stream().map(MlaPages::row).toList();
        model.addAttribute("list", RequestList.of("mla", PAGE, rows, found.next(), MlaStatus.class, narrowing));
        model.addAttribute("now", worldClock.instant());
        return "request/list";
    }

    @GetMapping("/new")
    String draft(@AuthenticationPrincipal Login login, @RequestAttribute Wording w, Model model) {
        model.addAttribute("kind", "mla");
        model.addAttribute("form", FORMS.creating("draft", "from", login, w));
        return "web/form";
    }

    @GetMapping("/incoming")
    String incoming(@AuthenticationPrincipal Login login, @RequestAttribute Wording w, Model model) {
        model.addAttribute("kind", "mla");
        model.addAttribute("form", FORMS.creating("record-incoming", "to", login, w));
        return "web/form";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        MlaRequestView view = requests.find(id(id), login.actor());
        model.addAttribute("kind", "mla");
        model.addAttribute("page", PAGE);
        model.addAttribute("sheet", sheet(view, requests.history(view.id(), login.actor()), login, w));
        model.addAttribute("done", Forms.said(parameters, "done", w));
        model.addAttribute("proposed", Forms.said(parameters, "proposed", w));
        return "request/one";
    }

    @GetMapping("/{id}/changes")
    String changes(
            @PathVariable String id,
            @RequestParam String since,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        long seen = Parameters.number("since", since, 0, 0, Integer.MAX_VALUE);
        MlaRequestView view = requests.find(id(id), login.actor());
        Sheet sheet = sheet(view, requests.history(view.id(), login.actor()), login, w);
        model.addAttribute("version", view.version());
        model.addAttribute(
                "entries",
                sheet.history().stream()
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
        MlaRequestView view = requests.find(id(id), login.actor());
        List<HistoryEntryView> history = requests.history(view.id(), login.actor());
        Sheet sheet = sheet(view, history, login, w);
        var maker = sheets.forms(sheet, history, login.actor(), FORMS.statuses(), w);
        model.addAttribute("kind", "mla");
        model.addAttribute("id", view.id());
        model.addAttribute("reference", view.reference());
        model.addAttribute("situation", Kebab.of(view.status()));
        model.addAttribute("form", FORMS.about(view.id(), view.version(), command, view.openCommands(), maker, given));
        return "web/form";
    }

    private Sheet sheet(MlaRequestView view, List<HistoryEntryView> history, Login login, Wording words) {
        return sheets.sheet(
                view.id(), PAGE + "/" + view.id(), view, view.openCommands(), history, login.actor(), words);
    }

    private static MlaRequestId id(String text) {
        UUID id = Parameters.id(text).orElseThrow(Refused::unknown);
        return new MlaRequestId(id);
    }
}
