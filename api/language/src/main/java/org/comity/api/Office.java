package org.comity.api;

import org.comity.api.directory.AuthorityId;
import org.comity.api.directory.AuthorityKind;

/** An authority as the acts of its people carry it: enough to judge the act without asking the directory again. */
public record Office(AuthorityId id, AuthorityKind kind, StateCode state) {}
