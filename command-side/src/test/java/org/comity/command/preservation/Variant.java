package org.comity.command.preservation;

import org.comity.law.lifecycle.Condition;
import org.comity.law.lifecycle.Entitlement;
import org.comity.law.lifecycle.Role;

/** How a sample request is led, so that conditions of the table hold or do not. */
record Variant(boolean urgent, String addressee, String drafter) {
    static final Variant PLAIN = new Variant(false, "contact-point.cl", "prosecutor.pt");

    /** A request under which an entitlement may be used. */
    static Variant under(Entitlement by) {
        boolean urgent = by.conditions().contains(Condition.URGENT);
        return new Variant(
                urgent,
                by.conditions().contains(Condition.ADDRESSEE) ? login(by.role()) : PLAIN.addressee,
                urgent ? "contact-point.pt" : PLAIN.drafter);
    }

    /** The same request with one condition of an entitlement broken. */
    Variant without(Condition condition, Entitlement by) {
        return switch (condition) {
            case ADDRESSEE ->
                new Variant(
                        urgent,
                        addressee.equals("contact-point.cl") ? "central-authority.cl" : "contact-point.cl",
                        drafter);
            case NOT_DRAFTER -> new Variant(false, addressee, login(by.role()));
            case URGENT -> new Variant(false, addressee, drafter);
            default -> throw new IllegalArgumentException("say how " + condition + " is broken");
        };
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

    /** Another person who may confirm what somebody proposed. */
    static String second(String first) {
        return first.startsWith("data-protection-officer") ? "supervisor.pt" : first.replace(".", "-2.");
    }

    static boolean isOfRequestedSide(Role role) {
        return role == Role.QCA || role == Role.QCP || role == Role.EXA;
    }
}
