package org.comity.query.mla;

import org.comity.api.mla.MlaRequestView;
import org.comity.api.mla.MlaStatus;
import org.comity.query.page.RequestPages;
import org.comity.query.web.HtmlPages;
import org.springframework.web.bind.annotation.RequestMapping;

/** Requests for mutual legal assistance as pages. */
@HtmlPages
@RequestMapping("/mla-requests")
public class MlaPages extends RequestPages<MlaStatus, MlaRequestView> {
    public MlaPages(MlaKind kind, MlaRegister register, Tools tools) {
        super(kind, register, tools);
    }
}
