package org.comity.query.web;

import jakarta.servlet.DispatcherType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.comity.api.Login;
import org.comity.api.Office;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.MessageSource;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.LocaleResolver;

/** Puts the frame and the words of the reader's language into every page, also into the page of an error. */
final class Framer implements HandlerInterceptor {
    /** Nothing on a page comes from elsewhere and nothing in it runs but our own files; Bootstrap draws arrows as data. */
    private static final String CONTENT_POLICY = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:; connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static final String BOOTSTRAP = version("META-INF/maven/org.webjars/bootstrap/pom.properties");

    private final LocaleResolver locales;
    private final MessageSource texts;
    private final InstantSource worldClock;
    private final ObjectProvider<TaskCount> tasks;
    private final List<Section> sections;

    /**
     * @param sections of the site, in the order of the navigation
     */
    Framer(
            LocaleResolver locales,
            MessageSource texts,
            InstantSource worldClock,
            ObjectProvider<TaskCount> tasks,
            List<Section> sections) {
        this.locales = locales;
        this.texts = texts;
        this.worldClock = worldClock;
        this.tasks = tasks;
        this.sections = List.copyOf(sections);
    }

    /** As attributes of the request, so that a page that tells of a failure has them too. */
    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse answer, Object handler) {
        if (handler instanceof HandlerMethod && !request.getRequestURI().startsWith("/api/")) {
            answer.setHeader("Content-Security-Policy", CONTENT_POLICY);
            answer.setHeader("Referrer-Policy", "same-origin");
            Wording words = new Wording(texts, locales.resolveLocale(request));
            request.setAttribute("w", words);
            request.setAttribute("frame", frame(request, words));
        }
        return true;
    }

    private Frame frame(HttpServletRequest request, Wording words) {
        Locale chosen = words.locale();
        List<Frame.Language> languages = Languages.ALL.stream()
                .map(one -> new Frame.Language(
                        one.toLanguageTag(),
                        one.getDisplayLanguage(one),
                        one.getLanguage().equals(chosen.getLanguage())))
                .toList();
        boolean failed = request.getDispatcherType() == DispatcherType.ERROR;
        String path = failed ? "/" : request.getRequestURI();
        return new Frame(
                chosen.toLanguageTag(),
                Languages.isWrittenToTheLeft(chosen) ? "rtl" : "ltr",
                languages,
                path,
                section(path),
                sections,
                reader(words, !failed),
                words.moment(worldClock.instant()),
                BOOTSTRAP);
    }

    private String section(String path) {
        if (path.startsWith("/authorities")) {
            return "directory";
        }
        return switch (path) {
            case "/" -> "board";
            case "/tasks", "/calendar" -> "tasks";
            case "/law/relation" -> "law";
            default ->
                sections.stream()
                        .filter(one -> path.equals(one.path()) || path.startsWith(one.path() + "/"))
                        .map(Section::name)
                        .findFirst()
                        .orElse("");
        };
    }

    /** A page that tells of a failure asks the database nothing more. */
    private Frame.@Nullable Reader reader(Wording words, boolean counted) {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        if (who == null || !(who.getPrincipal() instanceof Login login)) {
            return null;
        }
        Office office = login.actor().office();
        return new Frame.Reader(
                login.loginName(),
                login.actor().mandate(),
                office == null ? null : words.constant("kind", office.kind()),
                office == null ? null : words.state(office.state()),
                counted
                        ? tasks.stream()
                                .mapToInt(count -> count.waiting(login.actor()))
                                .sum()
                        : 0);
    }

    private static String version(String properties) {
        try (var in = Framer.class.getClassLoader().getResourceAsStream(properties)) {
            if (in == null) {
                throw new IllegalStateException("the style sheets of Bootstrap are not on the class path");
            }
            var values = new Properties();
            values.load(in);
            return values.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
