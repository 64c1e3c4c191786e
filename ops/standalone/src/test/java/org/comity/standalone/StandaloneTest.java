package org.comity.standalone;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.CookieManager;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.axonframework.common.transaction.NoTransactionManager;
import org.axonframework.common.transaction.TransactionManager;
import org.axonframework.config.EventProcessingConfiguration;
import org.axonframework.eventhandling.EventBus;
import org.axonframework.eventhandling.PropagatingErrorHandler;
import org.axonframework.eventhandling.TrackingEventProcessor;
import org.axonframework.eventhandling.tokenstore.TokenStore;
import org.axonframework.eventhandling.tokenstore.jdbc.JdbcTokenStore;
import org.axonframework.eventsourcing.eventstore.EventStorageEngine;
import org.axonframework.serialization.Serializer;
import org.axonframework.serialization.jackson3.Jackson3Serializer;
import org.comity.log.names.Json;
import org.comity.log.store.EventLog;
import org.comity.log.store.LogEventStore;
import org.comity.standalone.engine.GroupProgress;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ApplicationContext;
import tools.jackson.databind.JsonNode;

class StandaloneTest {
    private static final Instant BEGIN = Instant.parse("2026-01-07T08:00:00Z");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    @TempDir
    static Path folder;

    private static Standalone node;

    @BeforeAll
    static void start() {
        node = Standalone.start(Settings.temporary(folder, BEGIN));
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @Test
    void isMadeOfOurPartsAndNotOfAxonsDefaults() {
        ApplicationContext context = node.context();
        assertThat(context.getBean(EventBus.class)).isInstanceOf(LogEventStore.class);
        assertThat(context.getBeansOfType(EventStorageEngine.class)).isEmpty();
        assertThat(context.getBean(TokenStore.class)).isInstanceOf(JdbcTokenStore.class);
        assertThat(context.getBean(TransactionManager.class)).isNotInstanceOf(NoTransactionManager.class);
        assertThat(context.getBeansOfType(Serializer.class).values()).hasOnlyElementsOfType(Jackson3Serializer.class);
        EventProcessingConfiguration processing = context.getBean(EventProcessingConfiguration.class);
        assertThat(processing.eventProcessors()).isNotEmpty().allSatisfy((group, processor) -> {
            assertThat(processor).isInstanceOf(TrackingEventProcessor.class);
            assertThat(processing.listenerInvocationErrorHandler(group)).isInstanceOf(PropagatingErrorHandler.class);
            assertThat(processing.errorHandler(group)).isInstanceOf(PropagatingErrorHandler.class);
            assertThat(processing.tokenStore(group)).isInstanceOf(JdbcTokenStore.class);
            assertThat(processing.transactionManager(group)).isNotInstanceOf(NoTransactionManager.class);
        });
    }

    @Test
    void reportsToNobody() {
        assertThat(node.context().getBeanDefinitionNames())
                .noneMatch(name -> name.toLowerCase(Locale.ROOT).contains("updatecheck"));
        assertThat(Thread.getAllStackTraces().keySet())
                .noneMatch(thread -> thread.getName().contains("UpdateChecker"));
        assertThat(System.getProperty("axoniq.update-checker.disabled")).isEqualTo("true");
    }

    @Test
    void entersTheDirectoryOnceAndCatchesUp() {
        node.context().getBean(GroupProgress.class).awaitAll();
        assertThat(node.context().getBean(EventLog.class).end().position()).isGreaterThanOrEqualTo(249 * 5 * 2 - 1);
    }

    @Test
    void isReadyAndAliveForEverybody() throws Exception {
        assertThat(get("/actuator/health/readiness", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/health/liveness", null).statusCode()).isEqualTo(200);
        assertThat(get("/actuator/prometheus", null).body()).contains("jvm_memory");
        assertThat(get("/actuator/env", "administrator").statusCode()).isIn(403, 404);
    }

    @Test
    void asksProgramsForABasicLoginAndLeavesBrowsersAlone() throws Exception {
        HttpResponse<String> program = get("/api/me", null);
        assertThat(program.statusCode()).isEqualTo(401);
        assertThat(program.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(program.headers().firstValue("WWW-Authenticate")).isPresent();

        HttpResponse<String> fetch =
                send(request("/api/me", null).header("Sec-Fetch-Mode", "cors").GET());
        assertThat(fetch.statusCode()).isEqualTo(401);
        assertThat(fetch.headers().firstValue("WWW-Authenticate")).isEmpty();

        HttpResponse<String> page = get("/", null);
        assertThat(page.statusCode()).isEqualTo(302);
        assertThat(page.headers().firstValue("Location").orElse("")).endsWith("/sign-in");
    }

    @Test
    void knowsItsPeopleByTheOnePassword() throws Exception {
        assertThat(get("/practice/clock", "prosecutor.pt").statusCode()).isEqualTo(200);
        assertThat(get("/practice/clock", "prosecutor.zz").statusCode()).isEqualTo(401);
        HttpResponse<String> wrong = send(request("/practice/clock", null)
                .header("Authorization", basic("prosecutor.pt", "guess"))
                .GET());
        assertThat(wrong.statusCode()).isEqualTo(401);
        assertThat(wrong.headers().allValues("Set-Cookie")).isEmpty();
    }

    @Test
    void movesTheClockForTheAdministratorOnlyAndNeverBack() throws Exception {
        Instant before = now();
        Instant later = before.plus(Duration.ofDays(2));
        assertThat(walk("prosecutor.pt", later.toString()).statusCode()).isEqualTo(403);
        assertThat(walk("administrator", "tomorrow").statusCode()).isEqualTo(400);
        assertThat(walk("administrator", later.toString()).statusCode()).isEqualTo(200);
        assertThat(now()).isBetween(later, later.plus(Duration.ofMinutes(5)));

        HttpResponse<String> back = walk("administrator", before.toString());
        assertThat(back.statusCode()).isEqualTo(200);
        assertThat(instant(back)).isAfterOrEqualTo(later);
    }

    @Test
    void wantsATokenFromWhoeverHasASession() throws Exception {
        HttpClient browser =
                HttpClient.newBuilder().cookieHandler(new CookieManager()).build();
        assertThat(sendForm(browser, "/sign-in", "username=administrator&password=practice")
                        .headers()
                        .firstValue("Location"))
                .as("a form without its token leads to the sign-in page")
                .hasValueSatisfying(location -> assertThat(location).endsWith("/sign-in"));

        String page = browser.send(request("/sign-in", null).GET().build(), BodyHandlers.ofString())
                .body();
        Matcher token = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]+)\"").matcher(page);
        assertThat(token.find()).isTrue();
        String form = "username=administrator&password=practice&_csrf=" + token.group(1);
        assertThat(sendForm(browser, "/sign-in", form).headers().firstValue("Location"))
                .hasValueSatisfying(location -> assertThat(location).endsWith("/"));

        HttpRequest.Builder order = request("/practice/clock", null).header("Content-Type", "application/json");
        HttpResponse<String> forged = browser.send(
                order.POST(BodyPublishers.ofString("{\"now\":\"2026-01-01T00:00:00Z\"}"))
                        .build(),
                BodyHandlers.ofString());
        assertThat(forged.statusCode()).isEqualTo(403);
        assertThat(forged.body()).contains("login.forbidden");
        assertThat(browser.send(request("/practice/clock", null).GET().build(), BodyHandlers.ofString())
                        .statusCode())
                .isEqualTo(200);
    }

    private static HttpResponse<String> sendForm(HttpClient browser, String path, String form) throws Exception {
        return browser.send(
                request(path, null)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static Instant now() throws Exception {
        return instant(get("/practice/clock", "auditor"));
    }

    private static Instant instant(HttpResponse<String> response) {
        JsonNode body = Json.MAPPER.readTree(response.body());
        return Instant.parse(body.path("now").asString());
    }

    private static HttpResponse<String> walk(String login, String moment) throws Exception {
        return send(request("/practice/clock", login)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(Json.write(Map.of("now", moment)))));
    }

    private static HttpResponse<String> get(String path, String login) throws Exception {
        return send(request(path, login).GET());
    }

    private static HttpRequest.Builder request(String path, String login) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(node.url() + path));
        return login == null ? request : request.header("Authorization", basic(login, "practice"));
    }

    private static String basic(String login, String password) {
        byte[] credentials = (login + ":" + password).getBytes(StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(credentials);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return HTTP.send(request.build(), BodyHandlers.ofString());
    }
}
