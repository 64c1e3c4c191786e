package org.comity.query.mla;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.comity.api.mla.MlaRequestView;
import org.comity.api.mla.MlaStatus;
import org.comity.query.register.RequestResource;
import org.comity.query.web.Answers;
import org.comity.query.web.JsonResource;
import org.springframework.web.bind.annotation.RequestMapping;

/** Requests for mutual legal assistance as JSON. */
@JsonResource
@RequestMapping("/api/mla-requests")
@Tag(name = "mla-requests", description = "Requests for mutual legal assistance")
@Answers(MlaRequestView.class)
class MlaResource extends RequestResource<MlaStatus, MlaRequestView> {
    MlaResource(MlaKind kind, MlaRegister register, Tools tools) {
        super(kind, register, tools);
    }
}
