package org.comity.standalone;

import org.comity.command.mail.MailServer;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The mail server, if the environment names one ({@code COMITY_MAIL_HOST}): nothing leaves the house otherwise. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnProperty("comity.mail.host")
class MailConfiguration {
    @Bean
    MailServer mailServer(Environment environment) {
        return new MailServer(
                environment.getRequiredProperty("comity.mail.host"),
                environment.getProperty("comity.mail.port", Integer.class, 25),
                environment.getRequiredProperty("comity.mail.from"),
                environment.getRequiredProperty("comity.mail.link"),
                environment.getProperty("comity.mail.user"),
                environment.getProperty("comity.mail.password"),
                environment.getProperty("comity.mail.secure", Boolean.class, true));
    }
}
