package org.comity.law;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.RequestContents;
import org.comity.api.mla.MlaContents;
import org.comity.api.preservation.PreservationContents;

/** What may be asked for, as the tables tell it apart. */
public enum RequestKind {
    MLA_GENERAL,
    MLA_STORED_DATA,
    MLA_REALTIME_TRAFFIC,
    MLA_INTERCEPTION,
    MLA_VIDEO_CONFERENCE,
    EMERGENCY_MLA,
    EMERGENCY_DISCLOSURE,
    PRESERVATION,
    TRAFFIC_DATA_PARTIAL_DISCLOSURE,
    SPONTANEOUS_INFORMATION,
    ORDER_GIVING_EFFECT,
    SUBSCRIBER_DIRECT_ORDER,
    DOMAIN_REGISTRATION_REQUEST,
    NETWORK_ASSISTANCE,
    EIO,
    EIO_INTERCEPTION,
    EIO_INTERCEPTION_NOTIFICATION,
    EPOC,
    EPOC_PR,
    ORDER_ENFORCEMENT,
    JOINT_INVESTIGATION,
    LAW_ENFORCEMENT_COOPERATION,
    /** Access without asking: never a request. Source: ETS 185 art. 32. */
    TRANSBORDER_ACCESS;

    /**
     * The kinds whose provisions serve this one: a regime for assistance in general serves each measure, and an
     * investigation order may ask for any. Source: ETS 185 art. 25(1); EIO art. 1(1).
     */
    public Set<RequestKind> servedBy() {
        return switch (this) {
            case MLA_STORED_DATA, MLA_REALTIME_TRAFFIC, MLA_VIDEO_CONFERENCE, EMERGENCY_MLA ->
                EnumSet.of(this, MLA_GENERAL, EIO);
            case MLA_INTERCEPTION -> EnumSet.of(this, MLA_GENERAL, EIO_INTERCEPTION);
            case MLA_GENERAL -> EnumSet.of(MLA_GENERAL, EIO);
            default -> EnumSet.of(this);
        };
    }

    /** The kinds that a request falls under, by what it says. */
    public static Set<RequestKind> of(RequestContents says) {
        return switch (says) {
            case MlaContents mla -> of(mla);
            case PreservationContents preservation -> ofPreservation();
            default -> EnumSet.of(SPONTANEOUS_INFORMATION);
        };
    }

    /** The kinds that a request for assistance falls under, by its line items. */
    public static Set<RequestKind> of(MlaContents says) {
        var kinds = EnumSet.of(MLA_GENERAL);
        if (says.emergency()) {
            kinds.add(EMERGENCY_MLA);
        }
        if (rests(says.bases(), "eu-eio-2014-41")) {
            kinds.add(EIO);
        }
        for (Code category : says.items().values()) {
            switch (category.value()) {
                case "subscriber", "user-identification", "traffic", "content" -> kinds.add(MLA_STORED_DATA);
                case "realtime-traffic" -> kinds.add(MLA_REALTIME_TRAFFIC);
                case "interception" -> {
                    kinds.add(MLA_INTERCEPTION);
                    kinds.add(EIO_INTERCEPTION);
                }
                case "video-conference" -> kinds.add(MLA_VIDEO_CONFERENCE);
                default -> {} // assistance in general
            }
        }
        return kinds;
    }

    /** The kind that a preservation request is. */
    public static Set<RequestKind> ofPreservation() {
        return EnumSet.of(PRESERVATION);
    }

    private static boolean rests(Collection<InstrumentId> bases, String instrument) {
        return bases.contains(new InstrumentId(instrument));
    }
}
