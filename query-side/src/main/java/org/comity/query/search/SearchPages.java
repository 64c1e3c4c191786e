package org.comity.query.search;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.regex.Pattern;
import org.comity.api.Login;
import org.comity.api.view.SearchView;
import org.comity.query.web.BadParameter;
import org.comity.query.web.HtmlPages;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.util.UriUtils;

/** The search for people: one hit leads on to its page, several are a short list, none says what was tried. */
@HtmlPages
class SearchPages {
    static final String ADDRESS = "/r/";

    /** A reference, and after it the name of a command, or of one to report: its form is meant. */
    private static final Pattern FURTHER = Pattern.compile("(.+?)((?:/report)?/[a-z][a-z0-9-]*)");

    private final Search search;

    SearchPages(Search search) {
        this.search = search;
    }

    @GetMapping("/search")
    String search(
            @RequestParam(required = false) @Nullable String q, @AuthenticationPrincipal Login login, Model model) {
        String text = q == null || q.isBlank() ? null : text(q);
        SearchView found =
                text == null ? new SearchView("", List.of(), List.of(), false) : search.find(text, login.actor());
        return shown(found, model);
    }

    /** Any reference as an address, with whatever divides it. */
    @GetMapping(ADDRESS + "**")
    String address(
            @AuthenticationPrincipal Login login, HttpServletRequest request, HttpServletResponse answer, Model model) {
        String path = request.getRequestURI().substring(request.getContextPath().length());
        String text = UriUtils.decode(path.substring(ADDRESS.length()), "UTF-8");
        SearchView found = search.find(text(text), login.actor());
        var further = FURTHER.matcher(text);
        if (found.items().isEmpty() && further.matches()) {
            SearchView before = search.find(text(further.group(1)), login.actor());
            if (isOne(before)) {
                return "redirect:" + page(before) + further.group(2);
            }
        }
        if (found.items().isEmpty()) {
            answer.setStatus(HttpStatus.NOT_FOUND.value());
        }
        return shown(found, model);
    }

    private static String text(String said) {
        String text = Parameters.text("q", said);
        if (text == null) {
            throw new BadParameter("q", "says what to look for");
        }
        return text;
    }

    private static boolean isOne(SearchView found) {
        return found.items().size() == 1 && !found.more();
    }

    private static String page(SearchView found) {
        var hit = found.items().getFirst();
        return "/" + hit.family() + "/" + hit.id();
    }

    private static String shown(SearchView found, Model model) {
        if (isOne(found)) {
            return "redirect:" + page(found);
        }
        model.addAttribute("found", found);
        return "search/found";
    }
}
