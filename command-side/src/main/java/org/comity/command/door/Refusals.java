package org.comity.command.door;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.servlet.http.HttpServletRequest;
import org.comity.api.Login;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** Counts what was refused, and keeps one line of each, without what was said in it. */
@Component
public class Refusals {
    private static final Logger LOG = LoggerFactory.getLogger(Refusals.class);

    /** Attributes of a request under which stand the family, id and command that were found in its path. */
    static final String FAMILY = Refusals.class.getName() + ".family";

    static final String ID = Refusals.class.getName() + ".id";
    static final String COMMAND = Refusals.class.getName() + ".command";

    private final MeterRegistry meters;

    Refusals(MeterRegistry meters) {
        this.meters = meters;
    }

    /** Counts one, and writes its line. */
    public void count(Problem problem, HttpServletRequest request) {
        Counter.builder("comity.refusals")
                .description("What was refused, by the code of the answer")
                .tag("code", problem.code())
                .register(meters)
                .increment();
        LOG.atInfo()
                .addKeyValue("code", problem.code())
                .addKeyValue("status", problem.status().value())
                .addKeyValue("person", person())
                .addKeyValue("family", pathPart(request, FAMILY))
                .addKeyValue("id", pathPart(request, ID))
                .addKeyValue("command", pathPart(request, COMMAND))
                .log("refused");
    }

    private static String person() {
        Authentication who = SecurityContextHolder.getContext().getAuthentication();
        return who != null && who.getPrincipal() instanceof Login login
                ? login.actor().person().toString()
                : "nobody";
    }

    /** Set only once the part has turned out to be a family, a UUID, or a command that there is: never what somebody typed. */
    private static Object pathPart(HttpServletRequest request, String part) {
        @Nullable Object value = request.getAttribute(part);
        return value == null ? "-" : value;
    }
}
