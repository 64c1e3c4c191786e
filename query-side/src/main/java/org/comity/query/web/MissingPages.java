package org.comity.query.web;

import org.comity.api.Refused;
import org.springframework.web.bind.annotation.GetMapping;

/** What a browser asks for and nobody has: a page says so, where programs are told by a problem document. */
@HtmlPages
class MissingPages {
    @GetMapping(
            path = "/{first:^(?!api$|assets$|webjars$|v3$|swagger-ui$|actuator$|practice$|log$|error$).*}/**",
            produces = "text/html")
    String missing() {
        throw Refused.unknown();
    }
}
