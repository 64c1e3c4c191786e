package org.comity.query.law;

import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.comity.api.Kebab;
import org.comity.law.RequestKind;
import org.comity.query.web.HtmlPages;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Questions to the law as pages. */
@HtmlPages
public class LawPages {
    private static final List<String> MEASURES = Arrays.stream(RequestKind.values())
            .filter(kind -> kind != RequestKind.TRANSBORDER_ACCESS)
            .map(Kebab::of)
            .toList();

    private final LawQuestions questions;

    public LawPages(@Qualifier("worldClock") InstantSource worldClock) {
        questions = new LawQuestions(worldClock);
    }

    @GetMapping("/law/relation")
    String relation(@RequestParam Map<String, String> asked, Model model) {
        var question = LawQuestions.Asked.of(
                said(asked, "from"), said(asked, "to"), said(asked, "measure"), said(asked, "on"));
        model.addAttribute("asked", asked);
        model.addAttribute("measures", MEASURES);
        model.addAttribute("relation", question == null ? null : questions.relation(question));
        return "law/relation";
    }

    /** An input that was left empty says nothing. */
    private static @Nullable String said(Map<String, String> asked, String name) {
        String value = asked.get(name);
        return value == null || value.isBlank() ? null : value;
    }
}
