package org.comity.query.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Duration;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/**
 * The six official languages of the United Nations. A reader has the one that was chosen (a cookie keeps it), else the first
 * one that the browser asks for, else English.
 */
public final class Languages implements HandlerInterceptor {
    static final List<Locale> ALL = List.of(
            Locale.forLanguageTag("ar"),
            Locale.forLanguageTag("zh"),
            Locale.ENGLISH,
            Locale.FRENCH,
            Locale.forLanguageTag("ru"),
            Locale.forLanguageTag("es"));

    private static final String COOKIE = "comity-language";
    private final CookieLocaleResolver resolver;

    private Languages(CookieLocaleResolver resolver) {
        this.resolver = resolver;
    }

    static CookieLocaleResolver resolver() {
        var resolver = new CookieLocaleResolver(COOKIE);
        resolver.setCookieHttpOnly(true);
        resolver.setCookieSameSite("Lax");
        resolver.setCookieMaxAge(Duration.ofDays(365));
        resolver.setRejectInvalidCookies(false);
        resolver.setDefaultLocaleFunction(Languages::asked);
        return resolver;
    }

    /** Takes the choice {@code ?language=fr} wherever it is made. */
    static Languages chooser(CookieLocaleResolver resolver) {
        return new Languages(resolver);
    }

    public static boolean isWrittenToTheLeft(Locale locale) {
        return locale.getLanguage().equals("ar");
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse answer, Object handler) {
        String chosen = request.getParameter("language");
        if (chosen != null) {
            known(Locale.forLanguageTag(chosen)).ifPresent(locale -> resolver.setLocale(request, answer, locale));
        }
        return true;
    }

    private static Locale asked(HttpServletRequest request) {
        return Collections.list(request.getLocales()).stream()
                .flatMap(locale -> known(locale).stream())
                .findFirst()
                .orElse(Locale.ENGLISH);
    }

    private static Optional<Locale> known(Locale locale) {
        return ALL.stream()
                .filter(one -> one.getLanguage().equals(locale.getLanguage()))
                .findFirst();
    }
}
