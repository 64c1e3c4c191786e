package org.comity.query.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.comity.query.register.People.ADMINISTRATOR;
import static org.comity.query.register.People.CENTRAL_CL;
import static org.comity.query.register.People.CENTRAL_JP;
import static org.comity.query.register.People.CENTRAL_PT;
import static org.comity.query.register.People.PROSECUTOR_PT;
import static org.comity.query.register.People.by;
import static org.comity.query.register.Samples.COURIER;
import static org.comity.query.register.Samples.MAIL;
import static org.comity.query.register.Samples.NAME;
import static org.comity.query.register.Samples.drafted;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;

import io.swagger.v3.oas.models.media.Schema;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.comity.api.Actor;
import org.comity.api.Label;
import org.comity.api.Login;
import org.comity.api.MlaRequestId;
import org.comity.api.PersonRef;
import org.comity.api.directory.AuthorityEvent.AuthorityConnected;
import org.comity.api.directory.AuthorityEvent.AuthorityRegistered;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaRequestView;
import org.comity.api.mla.MlaStatus;
import org.comity.api.view.EntryView;
import org.comity.api.view.MeView;
import org.comity.api.view.Page;
import org.comity.log.names.Json;
import org.comity.log.transparency.SampleLog;
import org.comity.query.mla.MlaRegister;
import org.comity.query.projection.QueryNode;
import org.comity.query.register.HistoryPage;
import org.comity.query.register.RequestResource;
import org.comity.query.register.Samples;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.http.converter.HttpMessageConverters;
import org.springframework.http.converter.json.JacksonJsonHttpMessageConverter;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import tools.jackson.databind.JsonNode;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ResourceTest {
    private final QueryNode node = new QueryNode().running();
    private final MlaRequestId sent = Samples.mla();
    private final MlaRequestId draft = Samples.mla();
    private final MockMvc http = http();
    private long last;

    @EnableWebMvc
    @ComponentScan(
            basePackages = "org.comity.query",
            useDefaultFilters = false,
            includeFilters = {
                @ComponentScan.Filter(JsonResource.class),
                @ComponentScan.Filter(
                        type = FilterType.ASSIGNABLE_TYPE,
                        classes = {ProblemAdvice.class, KnownParameters.class})
            },
            // a bundle is a file of its own, with tests of its own
            excludeFilters = @ComponentScan.Filter(type = FilterType.REGEX, pattern = ".*\\.bundle\\..*"))
    static class Web implements WebMvcConfigurer {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new AuthenticationPrincipalArgumentResolver());
        }

        @Override
        public void configureMessageConverters(HttpMessageConverters.ServerBuilder builder) {
            builder.withJsonConverter(new JacksonJsonHttpMessageConverter(Json.MAPPER));
        }
    }

    private MockMvc http() {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.addBeanFactoryPostProcessor(factory -> List.of(
                        node.directory,
                        node.authorities,
                        node.disclosure,
                        node.mlaRegister,
                        node.mla,
                        node.preservation,
                        node.spontaneous,
                        node.spontaneousRegister,
                        new RequestResource.Tools(node.readings, node.disclosure, node.reached),
                        node.preservationRegister,
                        node.reached,
                        node.tasks,
                        node.calendar,
                        SampleLog.over(node.database.app(), node.log),
                        new org.comity.query.search.Search(List.of(node.mlaRegister, node.preservationRegister)))
                .forEach(bean -> ((DefaultListableBeanFactory) factory)
                        .registerSingleton(bean.getClass().getName(), bean)));
        InstantSource worldClock = node.time::get;
        context.addBeanFactoryPostProcessor(factory -> factory.registerSingleton("worldClock", worldClock));
        context.register(Web.class);
        context.refresh();
        return MockMvcBuilders.webAppContextSetup(context).build();
    }

    @BeforeAll
    void histories() {
        var office = CENTRAL_CL.office();
        node.happened(
                new AuthorityRegistered(
                        office.id(),
                        office.kind(),
                        office.state(),
                        new Label("Autoridad Central"),
                        LocalDate.parse("2026-01-01")),
                by(ADMINISTRATOR, "2026-01-01T00:00:00Z"));
        node.happened(
                new AuthorityConnected(office.id(), LocalDate.parse("2026-01-01")),
                by(ADMINISTRATOR, "2026-01-01T00:00:00Z"));
        node.happened(drafted(node, sent, "Phishing"), by(PROSECUTOR_PT, "2026-03-20T09:00:00Z"));
        node.happened(new MlaRequestEvent.RequestApproved(sent, null, null), by(CENTRAL_PT, "2026-03-23T09:00:00Z"));
        node.happened(
                new MlaRequestEvent.NoteAdded(sent, node.sealed(sent, null, "between us")),
                by(CENTRAL_PT, "2026-03-23T09:10:00Z"));
        node.happened(
                new MlaRequestEvent.RequestTransmitted(sent, office.id(), COURIER),
                by(CENTRAL_PT, "2026-03-23T09:30:00Z"));
        last = node.happened(drafted(node, draft, "Fraud"), by(CENTRAL_PT, "2026-03-24T09:00:00Z"));
        node.caughtUp();
    }

    @AfterAll
    void close() {
        node.close();
    }

    record Signed(String loginName, Actor actor) implements Login {}

    private MockHttpServletResponse ask(Actor reader, String path) throws Exception {
        SecurityContextHolder.getContext()
                .setAuthentication(new TestingAuthenticationToken(new Signed("somebody", reader), "none"));
        try {
            return http.perform(get(URI.create(path))).andReturn().getResponse();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    private JsonNode json(Actor reader, String path) throws Exception {
        MockHttpServletResponse response = ask(reader, path);
        assertThat(response.getStatus()).as(response.getContentAsString()).isEqualTo(200);
        return Json.MAPPER.readTree(response.getContentAsString(StandardCharsets.UTF_8));
    }

    @Test
    void tellsWhoIsSignedIn() throws Exception {
        JsonNode me = json(CENTRAL_CL, "/api/me");
        assertThat(me.at("/person").stringValue()).isEqualTo(CENTRAL_CL.person().toString());
        assertThat(me.at("/name").stringValue()).isEqualTo("somebody");
        assertThat(me.at("/roles/0").stringValue()).isEqualTo("officer");
        assertThat(me.at("/authority/name").stringValue()).isEqualTo("Autoridad Central");
        assertThat(me.at("/authority/kind").stringValue()).isEqualTo("central-authority");
        assertThat(json(ADMINISTRATOR, "/api/me").has("authority")).isFalse();
    }

    @Test
    void findsAuthoritiesByStateAndKind() throws Exception {
        JsonNode found = json(CENTRAL_PT, "/api/authorities?state=CL&kind=central-authority");
        assertThat(found.at("/items/0/id").stringValue())
                .isEqualTo(CENTRAL_CL.office().id().toString());
        assertThat(found.at("/items/0/connected").booleanValue()).isTrue();
        assertThat(json(CENTRAL_PT, "/api/authorities?state=JP").at("/items").size())
                .isZero();
    }

    @Test
    void answersAListWithItsNextCursor() throws Exception {
        JsonNode page = json(CENTRAL_PT, "/api/mla-requests?size=1");
        assertThat(page.at("/items/0/id").stringValue()).isEqualTo(draft.toString());
        assertThat(page.at("/items/0/status").stringValue()).isEqualTo("draft");
        assertThat(page.at("/items/0/waitingOn").stringValue()).isEqualTo("us");
        JsonNode next = json(
                CENTRAL_PT,
                "/api/mla-requests?size=1&cursor=" + page.at("/next").stringValue());
        assertThat(next.at("/items/0/id").stringValue()).isEqualTo(sent.toString());
        assertThat(next.has("next")).isTrue();
        assertThat(next.at("/next").isNull()).isTrue();
    }

    @Test
    void opensPersonalValuesForWhoMayKnow() throws Exception {
        MockHttpServletResponse response = ask(CENTRAL_CL, "/api/mla-requests/" + sent);
        JsonNode view = Json.MAPPER.readTree(response.getContentAsString(StandardCharsets.UTF_8));
        assertThat(response.getHeader("ETag")).isEqualTo("\"3\"");
        assertThat(view.at("/reference").stringValue()).isEqualTo(sent.reference());
        assertThat(view.at("/contents/persons/0/name").stringValue()).isEqualTo(NAME);
        assertThat(view.at("/contents/identifiers/0/email").stringValue()).isEqualTo(MAIL);
        assertThat(view.at("/items/0/outcome").stringValue()).isEqualTo("open");
        assertThat(view.at("/addressee/name").stringValue()).isEqualTo("Autoridad Central");
        assertThat(view.at("/openCommands"))
                .anyMatch(command -> command.at("/command").stringValue().equals("acknowledge-receipt")
                        && command.at("/open").booleanValue());
        assertThat(view.at("/openCommands"))
                .anyMatch(command -> command.at("/command").stringValue().equals("accept")
                        && command.at("/why").stringValue().contains("acknowledged"));
    }

    @Test
    void showsWhatWasErasedAsErased() throws Exception {
        var other = Samples.mla();
        node.happened(drafted(node, other, "Fraud"), by(PROSECUTOR_PT, "2026-03-20T09:00:00Z"));
        node.vault.destroy(other, new PersonRef("P7"));

        JsonNode view = json(CENTRAL_PT, "/api/mla-requests/" + other);
        assertThat(view.at("/contents/persons/0/name/erased").booleanValue()).isTrue();
        assertThat(view.at("/contents/facts").stringValue()).contains("Facts");
        assertThat(json(CENTRAL_PT, "/api/mla-requests/" + other + "/history")
                        .at("/items/0/contents/persons/0/name/erased")
                        .booleanValue())
                .isTrue();
    }

    @Test
    void keepsNotesOnTheSideThatWroteThem() throws Exception {
        JsonNode ours =
                json(CENTRAL_PT, "/api/mla-requests/" + sent + "/history").at("/items");
        assertThat(ours).hasSize(4);
        assertThat(ours.at("/2/event").stringValue()).isEqualTo("NoteAdded");
        assertThat(ours.at("/2/text").stringValue()).isEqualTo("between us");
        assertThat(ours.at("/0/act/role").stringValue()).isEqualTo("ISA");
        assertThat(ours.at("/0/act/reported").booleanValue()).isFalse();
        assertThat(ours.at("/3/to").stringValue())
                .isEqualTo(CENTRAL_CL.office().id().toString());

        JsonNode theirs =
                json(CENTRAL_CL, "/api/mla-requests/" + sent + "/history").at("/items");
        assertThat(theirs).as("how it was written is not for the other side").hasSize(1);
        assertThat(theirs.at("/0/event").stringValue()).isEqualTo("RequestTransmitted");
    }

    @Test
    void answersAStrangerByteForByteAsIfThereWereNone() throws Exception {
        String nothing = UUID.randomUUID().toString();
        for (String of : List.of("mla-requests", "preservation-requests")) {
            for (String part : List.of("", "/history", "/deadlines")) {
                MockHttpServletResponse unknown = ask(CENTRAL_CL, "/api/" + of + "/" + nothing + part);
                MockHttpServletResponse hidden = ask(CENTRAL_CL, "/api/" + of + "/" + draft + part);
                MockHttpServletResponse wrong = ask(CENTRAL_CL, "/api/" + of + "/no-id" + part);
                assertThat(unknown.getStatus()).isEqualTo(404);
                assertThat(unknown.getContentType()).isEqualTo("application/problem+json");
                assertThat(hidden.getStatus()).isEqualTo(404);
                assertThat(hidden.getContentAsByteArray()).isEqualTo(unknown.getContentAsByteArray());
                assertThat(wrong.getContentAsByteArray()).isEqualTo(unknown.getContentAsByteArray());
                assertThat(hidden.getHeaderNames()).isEqualTo(unknown.getHeaderNames());
            }
        }
        assertThat(ask(CENTRAL_JP, "/api/mla-requests/" + sent).getStatus()).isEqualTo(404);
    }

    @Test
    void namesAParameterThatDoesNotHaveItsForm() throws Exception {
        for (String bad : List.of(
                "status=lost",
                "state=pt",
                "role=both",
                "waiting-on=me",
                "due-before=tomorrow",
                "text=%00",
                "mine=yes",
                "size=0",
                "size=201",
                "size=x",
                "cursor=zzz",
                "after=zzz",
                "stauts=draft")) {
            MockHttpServletResponse response = ask(CENTRAL_PT, "/api/mla-requests?" + bad);
            JsonNode problem = Json.MAPPER.readTree(response.getContentAsString());
            assertThat(response.getStatus()).as(bad).isEqualTo(400);
            assertThat(problem.at("/errors/0/field").stringValue())
                    .as(bad)
                    .isEqualTo(bad.substring(0, bad.indexOf('=')));
            assertThat(problem.at("/code").stringValue()).isEqualTo("form.wrong");
        }
    }

    @Test
    void answersAsItsDescriptionSays() throws Exception {
        var schemas = new ViewSchemas();
        var form = new SchemaForm(schemas.named());
        for (var described : Map.of(
                        "/api/me",
                        MeView.class,
                        "/api/mla-requests/" + sent,
                        MlaRequestView.class,
                        "/api/mla-requests/" + sent + "/history",
                        HistoryPage.class)
                .entrySet()) {
            Schema<?> schema = schemas.of(described.getValue());
            assertThat(form.faults(schema, json(CENTRAL_PT, described.getKey()), described.getKey()))
                    .isEmpty();
        }
        Schema<?> page = schemas.of(new ParameterizedTypeReference<Page<EntryView<MlaStatus>>>() {}.getType());
        assertThat(form.faults(page, json(CENTRAL_PT, "/api/mla-requests"), "list"))
                .isEmpty();
        assertThat(form.faults(page, json(CENTRAL_PT, "/api/me"), "another form"))
                .isNotEmpty();
    }

    @Test
    void waitsForAPositionAndNoLongerThanTwoSeconds() throws Exception {
        String reached = node.tokens.token(last);
        assertThat(json(CENTRAL_PT, "/api/mla-requests?after=" + reached).has("items"))
                .isTrue();

        long ahead = node.log.end().position() + 100;
        for (String path : List.of("", "/" + sent, "/" + sent + "/history")) {
            MockHttpServletResponse response =
                    ask(CENTRAL_PT, "/api/mla-requests" + path + "?after=" + node.tokens.token(ahead));
            assertThat(response.getStatus()).isEqualTo(400);
        }

        try (var idle = new QueryNode()) {
            long position =
                    idle.happened(drafted(idle, Samples.mla(), "Fraud"), by(CENTRAL_PT, "2026-03-20T09:00:00Z"));
            long before = System.nanoTime();
            assertThatThrownBy(() -> idle.reached.await(MlaRegister.NAME, idle.tokens.token(position)))
                    .isInstanceOf(NotYet.class);
            assertThat(System.nanoTime() - before).isBetween(1_900_000_000L, 20_000_000_000L);
            idle.reached.check(idle.tokens.token(position));
        }
    }
}
