package org.comity.query.mla;

import javax.sql.DataSource;
import org.axonframework.config.ProcessingGroup;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.law.lifecycle.MlaRequestLife;
import org.comity.log.store.EventLog;
import org.comity.query.projection.Batches;
import org.comity.query.projection.Progress;
import org.comity.query.register.Register;
import org.springframework.stereotype.Component;

/** Every request for mutual legal assistance, as somebody looks for it in a list. */
@Component
@ProcessingGroup(MlaRegister.NAME)
public class MlaRegister extends Register<MlaRequestEvent, MlaRequestLife, MlaStatus> {
    public static final String NAME = "mla-register";

    public MlaRegister(MlaKind kind, Batches batches, Progress progress, EventLog log, DataSource dataSource) {
        super(NAME, kind, batches, progress, log, dataSource);
    }
}
