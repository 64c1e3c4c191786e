package org.comity.command.mla;

import java.util.Set;
import org.comity.api.Channel;
import org.comity.law.lifecycle.Condition;
import org.comity.law.lifecycle.Entitlement;
import org.comity.law.lifecycle.Role;

/** How a sample request is led, so that conditions of the table hold or do not. */
record Variant(boolean urgent, boolean emergency, String basis, Channel channel, String addressee, String drafter) {
    static final Variant PLAIN =
            new Variant(false, false, "ets-185", Samples.COURIER, "central-authority.cl", "prosecutor.pt");

    /** A request under which an entitlement may be used. */
    static Variant under(Entitlement by) {
        Set<Condition> needs = by.conditions();
        boolean network = needs.contains(Condition.VIA_24_7) || by.role() == Role.QCP;
        String addressee = PLAIN.addressee;
        if (network) {
            addressee = "contact-point.cl";
        } else if (needs.contains(Condition.ADDRESSEE)) {
            addressee = login(by.role());
        }
        return new Variant(
                needs.contains(Condition.URGENT),
                needs.contains(Condition.EMERGENCY),
                needs.contains(Condition.DIRECT_ALLOWED) ? "eu-mla-2000" : PLAIN.basis,
                network ? Channel.CONTACT_POINT_24_7 : PLAIN.channel,
                addressee,
                PLAIN.drafter);
    }

    /** The same request with one condition of an entitlement broken. */
    Variant without(Condition condition) {
        return new Variant(
                urgent && condition != Condition.URGENT,
                emergency && condition != Condition.EMERGENCY,
                condition == Condition.DIRECT_ALLOWED ? PLAIN.basis : basis,
                condition == Condition.VIA_24_7 ? PLAIN.channel : channel,
                switch (condition) {
                    case ADDRESSEE -> "executing-authority-b.cl";
                    case VIA_24_7 -> PLAIN.addressee;
                    default -> addressee;
                },
                condition == Condition.NOT_DRAFTER ? "central-authority.pt" : drafter);
    }

    /** Who signs in to act in a role. */
    static String login(Role role) {
        return switch (role) {
            case ISA -> "prosecutor.pt";
            case RCA -> "central-authority.pt";
            case RCP -> "contact-point.pt";
            case QCA -> "central-authority.cl";
            case QCP -> "contact-point.cl";
            case EXA -> "executing-authority.cl";
            case SUP -> "supervisor.pt";
            case DPO -> "data-protection-officer.pt";
            case SYS -> "system";
            case ADM -> "administrator";
            case SND, RCV -> "central-authority.jp";
        };
    }

    /** Who signs in to act under an entitlement. */
    static String login(Entitlement by) {
        if (by.conditions().contains(Condition.SUPERVISOR)) {
            return by.role() == Role.QCA ? "supervisor.cl" : "supervisor.pt";
        }
        return login(by.role());
    }

    /** Another person who may confirm what somebody proposed. */
    static String second(String first) {
        if (first.startsWith("data-protection-officer")) {
            return "supervisor.pt";
        }
        return first.contains("-2.") ? first.replace("-2.", ".") : first.replace(".", "-2.");
    }

    static boolean isOfRequestedSide(Role role) {
        return role == Role.QCA || role == Role.QCP || role == Role.EXA;
    }
}
