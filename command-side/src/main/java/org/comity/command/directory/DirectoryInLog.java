package org.comity.command.directory;

import java.util.Optional;
import org.comity.api.directory.AuthorityId;
import org.comity.law.directory.AuthorityLife;
import org.comity.log.store.EventLog;
import org.springframework.stereotype.Component;

/** Answers from the streams of the authorities, as they are now. */
@Component
class DirectoryInLog implements Directory {
    private final EventLog log;

    DirectoryInLog(EventLog log) {
        this.log = log;
    }

    @Override
    public Optional<AuthorityLife> find(AuthorityId id) {
        return Optional.of(AuthorityLife.of(log.read(id.toString()))).filter(life -> life.office() != null);
    }
}
