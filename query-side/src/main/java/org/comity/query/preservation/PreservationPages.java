package org.comity.query.preservation;

import org.comity.api.preservation.PreservationStatus;
import org.comity.api.preservation.PreservationView;
import org.comity.query.page.RequestPages;
import org.comity.query.web.HtmlPages;
import org.springframework.web.bind.annotation.RequestMapping;

/** Preservation requests as pages. */
@HtmlPages
@RequestMapping("/preservation-requests")
public class PreservationPages extends RequestPages<PreservationStatus, PreservationView> {
    public PreservationPages(PreservationKind kind, PreservationRegister register, Tools tools) {
        super(kind, register, tools);
    }
}
