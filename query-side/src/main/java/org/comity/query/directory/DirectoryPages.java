package org.comity.query.directory;

import java.lang.reflect.RecordComponent;
import java.text.Collator;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.comity.api.Actor;
import org.comity.api.Kebab;
import org.comity.api.Login;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityDetails;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.api.view.AuthorityEntryView;
import org.comity.api.view.AuthoritySheetView;
import org.comity.api.view.HistoryEntryView;
import org.comity.law.directory.AuthorityLife;
import org.comity.log.names.Json;
import org.comity.query.form.FormMaker;
import org.comity.query.page.Forms;
import org.comity.query.page.Sheet;
import org.comity.query.page.Sheets;
import org.comity.query.web.HtmlPages;
import org.comity.query.web.Parameters;
import org.comity.query.web.Wording;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The directory as pages: search, one entry on any day, its history, and a form for each command. */
@HtmlPages
@RequestMapping(DirectoryPages.PAGE)
public class DirectoryPages {
    static final String PAGE = "/authorities";

    private static final Forms FORMS = new Forms(PAGE, AuthorityCommand.class, AuthorityLife.TABLE);

    /** Entries of more States than fit a page are not listed before something is looked for. */
    private static final Set<String> NARROWING = Set.of("state", "kind", "text", "connected");

    /** Members of the view that an amendment may change, beside the name. */
    private static final Set<String> DETAILS = Arrays.stream(AuthorityDetails.class.getRecordComponents())
            .map(RecordComponent::getName)
            .collect(Collectors.toUnmodifiableSet());

    private final DirectoryRegister register;
    private final Authorities authorities;
    private final Sheets sheets;

    public DirectoryPages(DirectoryRegister register, Authorities authorities, Sheets sheets) {
        this.register = register;
        this.authorities = authorities;
        this.sheets = sheets;
    }

    /** The entries of one State. */
    public record Section(StateCode state, List<AuthorityEntryView> entries) {}

    @GetMapping
    String list(
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        var asked = new LinkedHashMap<>(parameters);
        asked.values().removeIf(String::isBlank);
        asked.keySet().retainAll(NARROWING);
        Office own = login.actor().office();
        String connected = asked.get("connected");
        var search = new DirectoryRegister.Search(
                Parameters.state("state", asked.get("state")),
                Parameters.constant("kind", asked.get("kind"), AuthorityKind.class),
                Parameters.text("text", asked.get("text")),
                connected == null ? null : (Boolean) Parameters.flag("connected", connected));
        if (asked.isEmpty() && own != null) {
            search = new DirectoryRegister.Search(own.state(), null, null, null);
        }
        boolean looksForSomething = !asked.isEmpty() || own != null;
        List<AuthorityEntryView> found = looksForSomething ? authorities.find(search) : List.of();
        model.addAttribute("asked", asked);
        model.addAttribute("found", found.size());
        model.addAttribute("sections", sections(found, w));
        model.addAttribute("kinds", AuthorityKind.values());
        model.addAttribute("states", asked.isEmpty() ? states(w) : List.of());
        model.addAttribute("mayRegister", authorities.whyNotRegister(login.actor()) == null);
        return "directory/list";
    }

    @GetMapping("/new")
    String register(@AuthenticationPrincipal Login login, @RequestAttribute Wording w, Model model) {
        Office own = login.actor().office();
        model.addAttribute("kind", "authority");
        model.addAttribute(
                "form",
                FORMS.entering(
                        "register-authority",
                        new FormMaker(w, FormMaker.Choices.NONE, own == null ? null : own.state()),
                        authorities.whyNotRegister(login.actor()),
                        own == null ? Map.of() : Map.of("state", own.state().value())));
        return "web/form";
    }

    @GetMapping("/{id}")
    String one(
            @PathVariable String id,
            @RequestParam Map<String, String> parameters,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        String on = parameters.getOrDefault("on", "");
        LocalDate day = Parameters.day("on", on.isBlank() ? null : on);
        AuthoritySheetView view = authorities.find(id(id), login.actor(), day);
        model.addAttribute("one", view);
        model.addAttribute("title", title(view, w));
        model.addAttribute("today", view.day().equals(authorities.today()));
        model.addAttribute("sheet", sheet(view, List.of(), login.actor(), w));
        model.addAttribute("done", Forms.said(parameters, "done", w));
        return "directory/one";
    }

    @GetMapping("/{id}/history")
    String history(
            @PathVariable String id, @AuthenticationPrincipal Login login, @RequestAttribute Wording w, Model model) {
        AuthoritySheetView view = authorities.find(id(id), login.actor(), null);
        model.addAttribute("one", view);
        model.addAttribute("title", title(view, w));
        model.addAttribute("sheet", sheet(view, authorities.history(view.id(), login.actor()), login.actor(), w));
        return "directory/history";
    }

    @GetMapping("/{id}/changes")
    String changes(
            @PathVariable String id,
            @RequestParam String since,
            @AuthenticationPrincipal Login login,
            @RequestAttribute Wording w,
            Model model) {
        long seen = Parameters.number("since", since, 0, 0, Integer.MAX_VALUE);
        AuthoritySheetView view = authorities.find(id(id), login.actor(), null);
        Sheet sheet = sheet(view, authorities.history(view.id(), login.actor()), login.actor(), w);
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
        AuthoritySheetView view = authorities.find(id(id), login.actor(), null);
        model.addAttribute("kind", "authority");
        model.addAttribute("id", view.id());
        model.addAttribute("reference", view.reference());
        model.addAttribute("situation", Kebab.of(view.status()));
        model.addAttribute(
                "form",
                FORMS.about(
                        view.id(),
                        view.version(),
                        command,
                        view.openCommands(),
                        new FormMaker(w, FormMaker.Choices.NONE, view.state()),
                        given));
        model.addAttribute(
                "says",
                command.equals("amend-authority")
                        ? says(sheet(view, List.of(), login.actor(), w).view())
                        : null);
        return "web/form";
    }

    /**
     * What an entry says now, as the form that amends it begins: a list that is changed is replaced as a whole, so whoever adds
     * a channel must have the others before the eyes.
     */
    private static String says(Map<String, Object> view) {
        var details = new LinkedHashMap<>(view);
        details.keySet().retainAll(DETAILS);
        return Json.MAPPER.writeValueAsString(
                Map.of("name", Objects.requireNonNull(view.get("name")), "details", said(details)));
    }

    /** Without what is not said, at any depth. */
    private static Object said(Object value) {
        return switch (value) {
            case Map<?, ?> map -> {
                var said = new LinkedHashMap<String, Object>();
                map.forEach((name, one) -> {
                    if (one != null) {
                        said.put(String.valueOf(name), said(one));
                    }
                });
                yield said;
            }
            case List<?> list -> list.stream().map(DirectoryPages::said).toList();
            default -> value;
        };
    }

    private Sheet sheet(AuthoritySheetView view, List<HistoryEntryView> history, Actor reader, Wording words) {
        return sheets.sheet(view.id(), PAGE + "/" + view.id(), view, view.openCommands(), history, reader, words);
    }

    /** In the reader's language, if the entry says it. */
    private static String title(AuthoritySheetView view, Wording words) {
        return words.name(view.name(), view.names());
    }

    private static List<Section> sections(List<AuthorityEntryView> found, Wording words) {
        Collator order = Collator.getInstance(words.locale());
        return found.stream().collect(Collectors.groupingBy(AuthorityEntryView::state)).entrySet().stream()
                .map(one -> new Section(one.getKey(), one.getValue()))
                .sorted(Comparator.comparing(one -> words.state(one.state()), order::compare))
                .toList();
    }

    private List<DirectoryRegister.Count> states(Wording words) {
        Collator order = Collator.getInstance(words.locale());
        return register.counts().stream()
                .sorted(Comparator.comparing(one -> words.state(one.state()), order::compare))
                .toList();
    }

    private static AuthorityId id(String id) {
        return Parameters.id(id).map(AuthorityId::new).orElseThrow(Refused::unknown);
    }
}
