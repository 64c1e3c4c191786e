package org.comity.query.spontaneous;

import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.api.spontaneous.SpontaneousView;
import org.comity.query.page.RequestPages;
import org.comity.query.web.HtmlPages;
import org.springframework.web.bind.annotation.RequestMapping;

/** Spontaneous information as pages. */
@HtmlPages
@RequestMapping("/spontaneous-information")
public class SpontaneousPages extends RequestPages<SpontaneousStatus, SpontaneousView> {
    public SpontaneousPages(SpontaneousKind kind, SpontaneousRegister register, Tools tools) {
        super(kind, register, tools);
    }
}
