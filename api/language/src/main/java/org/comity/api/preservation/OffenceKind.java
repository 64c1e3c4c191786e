package org.comity.api.preservation;

/** Whether an offence is one that the convention itself describes. Source: ETS 185 art. 2-11, 29(4); UNCC art. 42(5). */
public enum OffenceKind {
    OF_THE_CONVENTION,
    OUTSIDE_THE_CONVENTION
}
