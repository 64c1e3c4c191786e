package org.comity.query.spontaneous;

import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.law.lifecycle.SpontaneousLife;
import org.comity.log.store.EventLog;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Progress;
import org.comity.query.register.Register;
import org.springframework.stereotype.Component;

/** All spontaneous information, as somebody looks for it in a list. */
@Component
@ProcessingGroup(SpontaneousRegister.NAME)
public class SpontaneousRegister extends Register<SpontaneousEvent, SpontaneousLife, SpontaneousStatus> {
    public static final String NAME = "spontaneous-register";

    public SpontaneousRegister(
            SpontaneousKind kind, Batches batches, Progress progress, EventLog log, DataSource dataSource) {
        super(NAME, kind, batches, progress, log, dataSource);
    }
}
