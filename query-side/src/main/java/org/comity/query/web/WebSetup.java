package org.comity.query.web;

import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.http.CacheControl;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.ResourceHandlerRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;

/** What all pages need: texts, languages, the frame and the files that a browser keeps. */
@Configuration(proxyBeanMethods = false)
class WebSetup {

    /** Texts never come from the language of the machine: what a language lacks is a failed test, not a mixed page. */
    @Bean
    static MessageSource messageSource() {
        var texts = new ResourceBundleMessageSource();
        texts.setBasename("messages");
        texts.setDefaultEncoding(StandardCharsets.UTF_8.name());
        texts.setFallbackToSystemLocale(false);
        return texts;
    }

    @Bean
    static CookieLocaleResolver localeResolver() {
        return Languages.resolver();
    }

    @Bean
    static WebMvcConfigurer frameOfPages(
            CookieLocaleResolver languages,
            MessageSource texts,
            @Qualifier("worldClock") InstantSource worldClock,
            ObjectProvider<TaskCount> tasks,
            ObjectProvider<Section> sections) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry registry) {
                registry.addInterceptor(Languages.chooser(languages));
                registry.addInterceptor(new Framer(
                        languages,
                        texts,
                        worldClock,
                        tasks,
                        sections.stream()
                                .sorted(Comparator.comparing(Section::path))
                                .toList()));
            }

            @Override
            public void addResourceHandlers(ResourceHandlerRegistry registry) {
                registry.addResourceHandler("/assets/**")
                        .addResourceLocations("classpath:/static/assets/")
                        .setCacheControl(CacheControl.maxAge(1, TimeUnit.HOURS));
            }
        };
    }
}
