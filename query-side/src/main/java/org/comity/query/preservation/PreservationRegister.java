package org.comity.query.preservation;

import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.comity.law.lifecycle.PreservationLife;
import org.comity.log.store.EventLog;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Progress;
import org.comity.query.register.Register;
import org.springframework.stereotype.Component;

/** Every preservation request, as somebody looks for it in a list. */
@Component
@ProcessingGroup(PreservationRegister.NAME)
public class PreservationRegister extends Register<PreservationEvent, PreservationLife, PreservationStatus> {
    public static final String NAME = "preservation-register";

    public PreservationRegister(
            PreservationKind kind, Batches batches, Progress progress, EventLog log, DataSource dataSource) {
        super(NAME, kind, batches, progress, log, dataSource);
    }
}
