package org.comity.command.door;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import jakarta.servlet.Filter;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.comity.api.Act;
import org.comity.api.Actor;
import org.comity.api.Label;
import org.comity.api.Login;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityCommand.RegisterAuthority;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.comity.command.directory.AuthorityAggregate;
import org.comity.command.mla.MlaRequestAggregate;
import org.comity.command.preservation.PreservationAggregate;
import org.comity.command.spontaneous.SpontaneousAggregate;
import org.comity.log.dispatch.CommandDispatch;
import org.comity.log.names.ActCodec;
import org.comity.log.names.Json;
import org.comity.log.store.AxonLog;
import org.comity.log.store.EventLog;
import org.comity.log.store.TestDatabase;
import org.comity.log.transparency.SampleLog;
import org.comity.log.transparency.TransparencyLog;
import org.comity.log.vault.MasterKey;
import org.comity.log.vault.PositionTokens;
import org.comity.log.vault.Vault;
import org.springdoc.core.configuration.SpringDocConfiguration;
import org.springdoc.core.configuration.SpringDocSpecPropertiesConfiguration;
import org.springdoc.core.properties.SpringDocConfigProperties;
import org.springdoc.webmvc.core.configuration.MultipleOpenApiSupportConfiguration;
import org.springdoc.webmvc.core.configuration.SpringDocWebMvcConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.http.converter.autoconfigure.HttpMessageConvertersAutoConfiguration;
import org.springframework.boot.jackson.autoconfigure.JacksonAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.Configuration;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;

/** A node with nothing but the door, on a real server and real databases. Whoever names himself in a header is signed in. */
final class DoorNode implements AutoCloseable {
    static final Instant NOW = Instant.parse("2026-06-01T12:00:00Z");
    static final Login ADMINISTRATOR = login("administrator", Mandate.ADMINISTRATOR, null);

    private static final AtomicReference<DoorNode> CURRENT = new AtomicReference<>();

    final TestDatabase database = TestDatabase.withLog();
    final TestDatabase keys = TestDatabase.empty();
    final AtomicReference<Instant> time = new AtomicReference<>(NOW);
    final AxonLog axonLog;
    final CommandDispatch dispatch;
    final Vault vault;
    final PositionTokens tokens;
    final MeterRegistry meters = new SimpleMeterRegistry();
    private final HttpClient client = HttpClient.newHttpClient();
    private final ConfigurableApplicationContext context;

    DoorNode() {
        Vault.migrate(keys.owner());
        MasterKey masterKey = MasterKey.readOrCreate(folder().resolve("master.key"));
        vault = new Vault(keys.as(Vault.ROLE), masterKey);
        tokens = new PositionTokens(masterKey);
        axonLog = AxonLog.open(database.app(), time::get);
        dispatch = new CommandDispatch(axonLog, 100);
        dispatch.serve(AuthorityAggregate.class);
        dispatch.serve(MlaRequestAggregate.class);
        dispatch.serve(PreservationAggregate.class);
        dispatch.serve(SpontaneousAggregate.class);
        CURRENT.set(this);
        context = new SpringApplicationBuilder(Node.class)
                .properties("server.port=0", "spring.main.banner-mode=off", "server.tomcat.max-swallow-size=-1")
                .run();
    }

    private static Path folder() {
        try {
            return Files.createTempDirectory("door");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Login login(String name, Mandate mandate, Office office) {
        return new Signed(name, new Actor(new PersonId(uuid("practice/person/" + name)), mandate, office));
    }

    /** An officer of an authority, such as {@code central-authority.pt}. */
    static Login officer(String name) {
        String post = name.substring(0, name.indexOf('.'));
        String state = name.substring(name.indexOf('.') + 1).toUpperCase(Locale.ROOT);
        String seat = name.replace("-2.", ".");
        AuthorityKind kind =
                switch (post) {
                    case "central-authority", "central-authority-2" -> AuthorityKind.CENTRAL_AUTHORITY;
                    case "contact-point", "contact-point-2" -> AuthorityKind.CONTACT_POINT;
                    case "prosecutor", "prosecutor-2" -> AuthorityKind.PROSECUTOR;
                    default -> AuthorityKind.EXECUTING_AUTHORITY;
                };
        return login(
                name,
                Mandate.OFFICER,
                new Office(new AuthorityId(uuid("practice/" + seat)), kind, new StateCode(state)));
    }

    static UUID uuid(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    record Signed(String loginName, Actor actor) implements Login {}

    /** What came back. */
    record Answer(int status, String text, HttpResponse<byte[]> whole) {
        JsonNode json() {
            return Json.MAPPER.readTree(text);
        }

        String at(String pointer) {
            JsonNode node = json().at(pointer);
            return node.isMissingNode() ? "missing" : node.isString() ? node.stringValue() : node.toString();
        }

        String header(String name) {
            return whole.headers().firstValue(name).orElse("missing");
        }

        /** The fields that are wrong, in order. */
        List<String> fields() {
            return json().at("/errors")
                    .valueStream()
                    .map(error -> error.at("/field").stringValue())
                    .toList();
        }

        /** The rule that one field breaks. */
        String rule(String field) {
            return json().at("/errors")
                    .valueStream()
                    .filter(error -> error.at("/field").stringValue().equals(field))
                    .map(error -> error.at("/rule").stringValue())
                    .findFirst()
                    .orElse("no rule for " + field + " in " + text);
        }

        Answer is(int expected) {
            assertThat(status).as(text).isEqualTo(expected);
            return this;
        }
    }

    Answer post(Login login, String path, String body, String... headers) {
        return send(login, "POST", path, body.getBytes(StandardCharsets.UTF_8), headers);
    }

    Answer send(Login login, String method, String path, byte[] body, String... headers) {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .method(method, HttpRequest.BodyPublishers.ofByteArray(body));
        boolean typed = List.of(headers).contains("Content-Type");
        if (!typed) {
            request.header("Content-Type", "application/json");
        }
        if (login != null) {
            request.header("X-Login", login.loginName());
            Node.LOGINS.put(login.loginName(), login);
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        try {
            HttpResponse<byte[]> response = client.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            return new Answer(response.statusCode(), new String(response.body(), StandardCharsets.UTF_8), response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    int port() {
        return Integer.parseInt(context.getEnvironment().getProperty("local.server.port", "0"));
    }

    EventLog log() {
        return axonLog.log();
    }

    /** How many events there are. */
    long events() {
        return log().end().position() + 1;
    }

    /** Enters the authority of an officer in the directory, under the officer's own office. */
    Login seated(String name) {
        Login officer = officer(name);
        Office office = officer.actor().office();
        if (log().lastSequence(office.id().toString()).isEmpty()) {
            var register = new RegisterAuthority(
                    office.id(), office.kind(), office.state(), new Label(name), LocalDate.of(2020, 1, 1));
            dispatch.send("authority", register, ActCodec.write(Act.by(ADMINISTRATOR.actor(), NOW)), null);
        }
        return officer;
    }

    /** Registers an authority through the door. */
    UUID register(String kind, String state) {
        return UUID.fromString(post(ADMINISTRATOR, "/api/authorities", """
                        {"kind": "%s", "state": "%s", "name": "Office of %s", "validFrom": "2020-01-01"}
                        """.formatted(kind, state, state))
                .is(201)
                .at("/id"));
    }

    @Override
    public void close() {
        context.close();
        axonLog.close();
        database.close();
        keys.close();
    }

    @Configuration(proxyBeanMethods = false)
    @ComponentScan({"org.comity.command.door", "org.comity.command.directory"})
    @ImportAutoConfiguration({
        TomcatServletWebServerAutoConfiguration.class,
        DispatcherServletAutoConfiguration.class,
        WebMvcAutoConfiguration.class,
        HttpMessageConvertersAutoConfiguration.class,
        JacksonAutoConfiguration.class,
        SpringDocConfiguration.class,
        SpringDocConfigProperties.class,
        SpringDocSpecPropertiesConfiguration.class,
        SpringDocWebMvcConfiguration.class,
        MultipleOpenApiSupportConfiguration.class
    })
    static class Node implements WebMvcConfigurer {
        static final Map<String, Login> LOGINS = new ConcurrentHashMap<>();

        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new AuthenticationPrincipalArgumentResolver());
        }

        @Bean
        Filter signIn() {
            return (request, response, chain) -> {
                String name = ((HttpServletRequest) request).getHeader("X-Login");
                try {
                    if (name != null) {
                        SecurityContextHolder.getContext()
                                .setAuthentication(UsernamePasswordAuthenticationToken.authenticated(
                                        LOGINS.get(name), "", List.of()));
                    }
                    chain.doFilter(request, response);
                } finally {
                    SecurityContextHolder.clearContext();
                }
            };
        }

        @Bean
        EventLog eventLog() {
            return CURRENT.get().log();
        }

        @Bean
        TransparencyLog transparencyLog() {
            return SampleLog.over(CURRENT.get().database.app(), CURRENT.get().log());
        }

        @Bean
        CommandDispatch commandDispatch() {
            return CURRENT.get().dispatch;
        }

        @Bean
        Vault vault() {
            return CURRENT.get().vault;
        }

        @Bean
        PositionTokens positionTokens() {
            return CURRENT.get().tokens;
        }

        @Bean
        InstantSource worldClock() {
            return CURRENT.get().time::get;
        }

        @Bean
        MeterRegistry meters() {
            return CURRENT.get().meters;
        }
    }
}
