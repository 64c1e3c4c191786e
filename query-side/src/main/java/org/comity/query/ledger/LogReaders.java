package org.comity.query.ledger;

import org.comity.api.Login;
import org.comity.api.Mandate;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Who may know how many events there are. */
final class LogReaders {
    private LogReaders() {}

    /** Tells everybody else that there is nothing at this path, as where there is nothing. */
    static void admit(@Nullable Login login) {
        Mandate mandate = login == null ? null : login.actor().mandate();
        if (mandate != Mandate.AUDITOR && mandate != Mandate.ADMINISTRATOR && mandate != Mandate.WITNESS) {
            throw nothing();
        }
    }

    /** Of these, who may read the events themselves: a witness needs the hashes only. */
    static void admitToEvents(@Nullable Login login) {
        admit(login);
        if (login != null && login.actor().mandate() == Mandate.WITNESS) {
            throw nothing();
        }
    }

    static ResponseStatusException nothing() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}
