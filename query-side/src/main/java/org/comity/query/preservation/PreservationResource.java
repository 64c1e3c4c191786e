package org.comity.query.preservation;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.preservation.PreservationView;
import org.comity.query.register.RequestResource;
import org.comity.query.web.Answers;
import org.comity.query.web.JsonResource;
import org.springframework.web.bind.annotation.RequestMapping;

/** Preservation requests as JSON. */
@JsonResource
@RequestMapping("/api/preservation-requests")
@Tag(name = "preservation-requests", description = "Preservation requests")
@Answers(PreservationView.class)
class PreservationResource extends RequestResource<PreservationStatus, PreservationView> {
    PreservationResource(PreservationKind kind, PreservationRegister register, Tools tools) {
        super(kind, register, tools);
    }
}
