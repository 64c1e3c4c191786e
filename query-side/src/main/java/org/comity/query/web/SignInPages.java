package org.comity.query.web;

import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The page on which people sign in; who they are is established elsewhere. */
@HtmlPages
class SignInPages {
    /** Some of the invented people, so that nobody has to look into a manual to try it out. */
    private static final List<String> SAMPLES = List.of(
            "central-authority.pt",
            "prosecutor.pt",
            "contact-point.cl",
            "central-authority.cl",
            "executing-authority.cl",
            "supervisor.pt");

    @GetMapping("/sign-in")
    String signIn(@RequestParam Map<String, String> said, Model model) {
        model.addAttribute("failed", said.containsKey("error"));
        model.addAttribute("left", said.containsKey("out"));
        model.addAttribute("samples", SAMPLES);
        model.addAttribute("password", "practice");
        return "web/sign-in";
    }
}
