package org.comity.command.directory;

import java.time.LocalDate;
import java.util.Optional;
import org.comity.api.Office;
import org.comity.api.directory.AuthorityId;
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
    public Optional<Office> office(AuthorityId id) {
        return Optional.ofNullable(read(id).office());
    }

    @Override
    public boolean connectedOn(AuthorityId id, LocalDate day) {
        return read(id).connectedOn(day);
    }

    private Authority read(AuthorityId id) {
        return Authority.of(log.read(id.toString()));
    }
}
