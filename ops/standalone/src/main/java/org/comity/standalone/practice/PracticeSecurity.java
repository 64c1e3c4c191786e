package org.comity.standalone.practice;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.comity.command.door.Problem;
import org.comity.command.door.Refusals;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.authentication.AnonymousAuthenticationToken;
import org.springframework.security.authentication.InsufficientAuthenticationException;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.AuthorizeHttpRequestsConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.AuthenticationEntryPoint;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.AccessDeniedHandler;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.AndRequestMatcher;
import org.springframework.security.web.util.matcher.OrRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who comes in, in practice mode: programs by HTTP Basic without a session, people by the sign-in page with one. Only who has
 * a session can be made to send something without wanting it, so only there a form needs its CSRF token.
 */
@Configuration(proxyBeanMethods = false)
@EnableWebSecurity
class PracticeSecurity {
    private static final String SIGN_IN = "/sign-in";
    private static final RequestMatcher OF_A_PROGRAM = request -> request.getHeader(HttpHeaders.AUTHORIZATION) != null;
    private static final RequestMatcher ACTUATOR =
            PathPatternRequestMatcher.withDefaults().matcher("/actuator/**");
    private static final RequestMatcher JSON = new OrRequestMatcher(
            PathPatternRequestMatcher.withDefaults().matcher("/api/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/log/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/practice/**"),
            PathPatternRequestMatcher.withDefaults().matcher("/v3/**"),
            ACTUATOR);

    private final Refusals refusals;

    PracticeSecurity(Refusals refusals) {
        this.refusals = refusals;
    }

    @Bean
    @Order(1)
    SecurityFilterChain programs(HttpSecurity http, PracticePassword people) throws Exception {
        return http.securityMatcher(OF_A_PROGRAM)
                .authenticationProvider(people)
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .requestCache(AbstractHttpConfigurer::disable)
                .httpBasic(basic -> basic.authenticationEntryPoint(this::unknown))
                .exceptionHandling(answers ->
                        answers.authenticationEntryPoint(this::unknown).accessDeniedHandler(forbidden()))
                .authorizeHttpRequests(PracticeSecurity::rights)
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain people(HttpSecurity http, PracticePassword people) throws Exception {
        AuthenticationEntryPoint page = new LoginUrlAuthenticationEntryPoint(SIGN_IN);
        return http.authenticationProvider(people)
                .formLogin(
                        form -> form.loginPage(SIGN_IN).defaultSuccessUrl("/").permitAll())
                .logout(out -> out.logoutUrl("/sign-out").logoutSuccessUrl(SIGN_IN + "?out"))
                .exceptionHandling(answers -> answers.defaultAuthenticationEntryPointFor(this::unknown, JSON)
                        .defaultAuthenticationEntryPointFor(page, request -> true)
                        .accessDeniedHandler(forbiddenTo(page)))
                .authorizeHttpRequests(PracticeSecurity::rights)
                .build();
    }

    private static void rights(
            AuthorizeHttpRequestsConfigurer<HttpSecurity>.AuthorizationManagerRequestMatcherRegistry requests) {
        requests.requestMatchers(EndpointRequest.to("health")).permitAll();
        requests.requestMatchers(
                        new AndRequestMatcher(EndpointRequest.to("prometheus"), PracticeSecurity::isOfThisMachine))
                .permitAll();
        requests.requestMatchers(EndpointRequest.toAnyEndpoint()).denyAll();
        requests.requestMatchers(HttpMethod.POST, "/practice/clock").hasRole("ADMINISTRATOR");
        requests.requestMatchers("/api/administration/**").hasRole("ADMINISTRATOR");
        requests.requestMatchers(
                        SIGN_IN, "/error", "/webjars/**", "/assets/**", "/favicon.ico", "/v3/**", "/swagger-ui/**")
                .permitAll();
        requests.anyRequest().authenticated();
    }

    /** A proxy on this machine would make everybody look local, so a forwarded request is not of this machine. */
    private static boolean isOfThisMachine(HttpServletRequest request) {
        return request.getHeader("X-Forwarded-For") == null
                && request.getHeader("Forwarded") == null
                && (request.getRemoteAddr().startsWith("127.")
                        || request.getRemoteAddr().equals("0:0:0:0:0:0:0:1"));
    }

    /** Browsers answer a Basic challenge with a window of their own, so they are not challenged; programs are. */
    private void unknown(HttpServletRequest request, HttpServletResponse answer, AuthenticationException why)
            throws IOException {
        String accept = String.valueOf(request.getHeader(HttpHeaders.ACCEPT));
        if (request.getHeader("Sec-Fetch-Mode") == null && !accept.contains(MediaType.TEXT_HTML_VALUE)) {
            answer.setHeader(HttpHeaders.WWW_AUTHENTICATE, "Basic realm=\"Comity practice\", charset=\"UTF-8\"");
        }
        refuse(
                request,
                answer,
                Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "Nobody is signed in",
                        "login.unknown",
                        "Sign in first: login or password is missing or wrong."));
    }

    /** What is not for the eyes of who asks from elsewhere is answered as if it were not there. */
    private AccessDeniedHandler forbidden() {
        return (request, answer, why) -> {
            if (ACTUATOR.matches(request)) {
                refuse(request, answer, Problem.noSuchPath());
                return;
            }
            refuse(
                    request,
                    answer,
                    Problem.of(
                            HttpStatus.FORBIDDEN,
                            "This is not for you to do",
                            "login.forbidden",
                            "This login may not do that, or the form was sent without its token."));
        };
    }

    /** Who is not signed in is asked to sign in first, even where the token of a form is missing too. */
    private AccessDeniedHandler forbiddenTo(AuthenticationEntryPoint page) {
        return (request, answer, why) -> {
            Authentication who = SecurityContextHolder.getContext().getAuthentication();
            boolean stranger = who == null || who instanceof AnonymousAuthenticationToken;
            var first = new InsufficientAuthenticationException("not signed in");
            if (JSON.matches(request)) {
                if (stranger) {
                    unknown(request, answer, first);
                } else {
                    forbidden().handle(request, answer, why);
                }
            } else if (stranger) {
                page.commence(request, answer, first);
            } else {
                answer.sendError(HttpStatus.FORBIDDEN.value());
            }
        };
    }

    private void refuse(HttpServletRequest request, HttpServletResponse answer, Problem problem) throws IOException {
        refusals.count(problem, request);
        problem.writeTo(answer);
    }
}
