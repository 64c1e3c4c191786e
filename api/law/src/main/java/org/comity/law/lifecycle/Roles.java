package org.comity.law.lifecycle;

import java.util.EnumSet;
import java.util.Set;
import java.util.function.Function;
import org.comity.api.Act;
import org.comity.api.Mandate;
import org.comity.api.Office;
import org.comity.api.Refused;
import org.comity.api.StateCode;
import org.jspecify.annotations.Nullable;

/** In which roles somebody acts between two States: office and State say it, the mandate adds to it. */
public final class Roles {
    private Roles() {}

    /**
     * The roles of an act upon a request. A reported act has the role of the office that acted in the world; the mandate is
     * that of the reporter and gives no role.
     */
    public static Set<Role> of(Act act, StateCode from, StateCode to) {
        return of(act, from, to, office -> of(office, from, to));
    }

    /**
     * The roles of an act, where a kind says itself what its offices are.
     *
     * @param ofOffice roles of an office between the two States
     */
    static Set<Role> of(Act act, StateCode from, StateCode to, Function<Office, Set<Role>> ofOffice) {
        var roles = EnumSet.noneOf(Role.class);
        if (act.isReported()) {
            add(roles, act.office(), ofOffice);
            return roles;
        }
        Office office = act.actor().office();
        switch (act.actor().mandate()) {
            case OFFICER -> add(roles, office, ofOffice);
            case SUPERVISOR -> {
                add(roles, office, ofOffice);
                if (isOf(office, from) || isOf(office, to)) {
                    roles.add(Role.SUP);
                }
            }
            case DATA_PROTECTION_OFFICER -> {
                if (isOf(office, from) || isOf(office, to)) {
                    roles.add(Role.DPO);
                }
            }
            case SYSTEM -> roles.add(Role.SYS);
            case AUDITOR, ADMINISTRATOR, WITNESS -> {}
        }
        return roles;
    }

    /** Refuses a report by somebody who is not party on the other side. */
    public static void checkReporter(Act act, StateCode from, StateCode to, String concept) {
        if (!act.isReported()) {
            return;
        }
        Office reported = act.office();
        Office reporter = act.actor().office();
        boolean acrossTheTable =
                (isOf(reported, from) && isOf(reporter, to)) || (isOf(reported, to) && isOf(reporter, from));
        if (!acrossTheTable || act.actor().mandate() == Mandate.DATA_PROTECTION_OFFICER) {
            throw Refused.forbidden(
                            concept + ".reporter-not-party",
                            "What an authority did is reported by an officer of the other State of the request.")
                    .from("practice");
        }
    }

    private static boolean isOf(@Nullable Office office, StateCode state) {
        return office != null && office.state().equals(state);
    }

    private static void add(Set<Role> roles, @Nullable Office office, Function<Office, Set<Role>> ofOffice) {
        if (office != null) {
            roles.addAll(ofOffice.apply(office));
        }
    }

    /** The roles of an office between the State that asks and the one that is asked. */
    static Set<Role> of(Office office, StateCode from, StateCode to) {
        var roles = EnumSet.noneOf(Role.class);
        boolean requesting = office.state().equals(from);
        boolean requested = office.state().equals(to);
        switch (office.kind()) {
            case CENTRAL_AUTHORITY -> add(roles, requesting, Role.RCA, requested, Role.QCA);
            case CONTACT_POINT -> add(roles, requesting, Role.RCP, requested, Role.QCP);
            case PROSECUTOR -> add(roles, requesting, Role.ISA, false, Role.ISA);
            case EXECUTING_AUTHORITY -> add(roles, false, Role.EXA, requested, Role.EXA);
        }
        return roles;
    }

    /** The roles of an office between a State that informs another unasked, and that other: it speaks for its State. */
    static Set<Role> ofSenderAndReceiver(Office office, StateCode from, StateCode to) {
        var roles = EnumSet.noneOf(Role.class);
        add(roles, office.state().equals(from), Role.SND, office.state().equals(to), Role.RCV);
        return roles;
    }

    private static void add(Set<Role> roles, boolean requesting, Role there, boolean requested, Role here) {
        if (requesting) {
            roles.add(there);
        }
        if (requested) {
            roles.add(here);
        }
    }
}
