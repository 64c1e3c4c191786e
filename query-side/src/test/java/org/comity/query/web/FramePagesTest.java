package org.comity.query.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.comity.api.Refused;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;

class FramePagesTest {
    private static final PageTester PAGES = new PageTester(new SignInPages(), new MissingPages(), new Failing());

    @HtmlPages
    static class Failing {
        @GetMapping("/fails/{how}")
        String fail(@PathVariable String how) {
            throw switch (how) {
                case "forbidden" -> Refused.forbidden("mla.not-for-this-role", "Not for you.");
                default -> Refused.unknown();
            };
        }
    }

    @Test
    void theSignInPageAsksForLoginAndPassword() throws Exception {
        String page = PAGES.get("/sign-in", "en", null).getContentAsString();

        assertThat(page)
                .contains("name=\"username\"", "name=\"password\"", "autocomplete=\"current-password\"")
                .contains("Sign in", "central-authority.pt")
                .contains("<html lang=\"en\" dir=\"ltr\">");
    }

    @Test
    void aFailedSignInSaysSo() throws Exception {
        assertThat(PAGES.get("/sign-in?error", "en", null).getContentAsString())
                .contains("This login and password do not fit.");
    }

    @Test
    void arabicIsWrittenFromTheRight() throws Exception {
        assertThat(PAGES.get("/sign-in", "ar", null).getContentAsString())
                .contains("<html lang=\"ar\" dir=\"rtl\">", "bootstrap.rtl.min.css", "تسجيل الدخول");
    }

    @Test
    void theChosenLanguageIsKeptInACookie() throws Exception {
        MockHttpServletResponse answer = PAGES.get("/sign-in?language=ru", "en", null);

        assertThat(answer.getContentAsString()).contains("<html lang=\"ru\" dir=\"ltr\">");
        assertThat(answer.getCookie("comity-language").getValue()).isEqualTo("ru");
    }

    @Test
    void aLanguageThatWeDoNotHaveIsNotTaken() throws Exception {
        MockHttpServletResponse answer = PAGES.get("/sign-in?language=de", "de, fr;q=0.5", null);

        assertThat(answer.getContentAsString()).contains("<html lang=\"fr\"");
        assertThat(answer.getCookie("comity-language")).isNull();
    }

    @Test
    void nothingRunsInAPageButOurOwnFiles() throws Exception {
        MockHttpServletResponse answer = PAGES.get("/sign-in", "en", null);

        assertThat(answer.getHeader("Content-Security-Policy")).contains("script-src 'self'", "style-src 'self'");
        assertThat(answer.getContentAsString()).doesNotContain("style=\"", "onclick", "<style", "javascript:");
    }

    @Test
    void whatDoesNotExistIsSaidInTheReadersLanguage() throws Exception {
        MockHttpServletResponse answer = PAGES.get("/fails/unknown", "es");

        assertThat(answer.getStatus()).isEqualTo(404);
        assertThat(answer.getContentAsString()).contains("No existe tal página o solicitud.");
    }

    @Test
    void anAddressThatNobodyHasIsAPageForABrowserAndNoneForAProgram() throws Exception {
        assertThat(PAGES.get("/no/such/place", "en").getContentAsString())
                .contains("There is no such page or request.");
        assertThat(PAGES.get("/api/no-such-place", "en").getContentAsString()).isEmpty();
        assertThat(PAGES.get("/assets/comity.css", "en").getContentAsString()).contains("--ink");
    }

    @Test
    void whatMayNotBeDoneIsSaidWithoutItsCode() throws Exception {
        MockHttpServletResponse answer = PAGES.get("/fails/forbidden", "en");

        assertThat(answer.getStatus()).isEqualTo(403);
        assertThat(answer.getContentAsString())
                .contains("You are signed in and may not do this.")
                .doesNotContain("mla.not-for-this-role");
    }

    @Test
    void theReaderSeesAsWhomTheyAreSignedIn() throws Exception {
        assertThat(PAGES.get("/fails/unknown", "fr").getContentAsString())
                .contains("central-authority.pt", "Autorité centrale", "Portugal", "Se déconnecter");
    }
}
