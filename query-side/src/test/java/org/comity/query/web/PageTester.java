package org.comity.query.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.comity.api.Actor;
import org.comity.api.Login;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.PersonId;
import org.comity.api.StateCode;
import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockServletContext;
import org.springframework.security.authentication.TestingAuthenticationToken;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.method.annotation.AuthenticationPrincipalArgumentResolver;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;
import org.springframework.test.web.servlet.setup.MockMvcBuilders;
import org.springframework.web.context.support.AnnotationConfigWebApplicationContext;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.servlet.config.annotation.EnableWebMvc;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.spring6.templateresolver.SpringResourceTemplateResolver;
import org.thymeleaf.spring6.view.ThymeleafViewResolver;

/** Gets pages as a browser does, from the real frame and the real templates around some controllers. */
public final class PageTester {
    public static final Instant NOW = Instant.parse("2026-03-26T15:00:00Z");
    public static final Login OFFICER_OF_PORTUGAL =
            login("central-authority.pt", "PT", AuthorityKind.CENTRAL_AUTHORITY);

    private final MockMvc mvc;

    public PageTester(Object... controllers) {
        var context = new AnnotationConfigWebApplicationContext();
        context.setServletContext(new MockServletContext());
        context.register(Pages.class, WebSetup.class, ErrorPages.class);
        context.addBeanFactoryPostProcessor(factory -> {
            for (Object controller : controllers) {
                factory.registerSingleton(controller.getClass().getName(), controller);
            }
        });
        context.refresh();
        mvc = MockMvcBuilders.webAppContextSetup(context).build();
    }

    public static Login login(String name, String state, AuthorityKind kind) {
        var office = new Office(
                new AuthorityId(UUID.nameUUIDFromBytes(("practice/" + name).getBytes(UTF_8))),
                kind,
                new StateCode(state));
        var actor = new Actor(new PersonId(UUID.nameUUIDFromBytes(name.getBytes(UTF_8))), Mandate.OFFICER, office);
        return login(name, actor);
    }

    /** Somebody who is signed in. */
    public static Login as(Actor actor) {
        return login("somebody", actor);
    }

    private static Login login(String name, Actor actor) {
        return new Login() {
            @Override
            public String loginName() {
                return name;
            }

            @Override
            public Actor actor() {
                return actor;
            }
        };
    }

    /** The answer to somebody who is signed in. */
    public MockHttpServletResponse get(String path, String language) throws Exception {
        return get(path, language, OFFICER_OF_PORTUGAL);
    }

    /** The answer to somebody, or to nobody in particular. */
    public MockHttpServletResponse get(String path, String language, Login login) throws Exception {
        try {
            if (login != null) {
                SecurityContextHolder.getContext().setAuthentication(new TestingAuthenticationToken(login, ""));
            }
            return mvc.perform(MockMvcRequestBuilders.get(path).header("Accept-Language", language))
                    .andReturn()
                    .getResponse();
        } finally {
            SecurityContextHolder.clearContext();
        }
    }

    @Configuration(proxyBeanMethods = false)
    @EnableWebMvc
    static class Pages implements WebMvcConfigurer {
        @Override
        public void addArgumentResolvers(List<HandlerMethodArgumentResolver> resolvers) {
            resolvers.add(new AuthenticationPrincipalArgumentResolver());
        }

        @Bean
        InstantSource worldClock() {
            return InstantSource.fixed(NOW);
        }

        @Bean
        SpringResourceTemplateResolver templates() {
            var templates = new SpringResourceTemplateResolver();
            templates.setPrefix("classpath:/templates/");
            templates.setSuffix(".html");
            templates.setCharacterEncoding("UTF-8");
            return templates;
        }

        @Bean
        SpringTemplateEngine engine(SpringResourceTemplateResolver templates) {
            var engine = new SpringTemplateEngine();
            engine.setTemplateResolver(templates);
            engine.setEnableSpringELCompiler(true);
            return engine;
        }

        @Bean
        ThymeleafViewResolver views(SpringTemplateEngine engine) {
            var views = new ThymeleafViewResolver();
            views.setTemplateEngine(engine);
            views.setCharacterEncoding("UTF-8");
            return views;
        }
    }
}
