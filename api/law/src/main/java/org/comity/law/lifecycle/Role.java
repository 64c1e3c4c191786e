package org.comity.law.lifecycle;

/** In what role somebody acts upon a request; the codes of the column {@code by}. */
public enum Role {
    ISA("originating authority of the requesting State"),
    RCA("central authority of the requesting State"),
    QCA("central authority of the requested State"),
    RCP("24/7 contact point of the requesting State"),
    QCP("24/7 contact point of the requested State"),
    EXA("executing authority of the requested State"),
    SND("sender of the information"),
    RCV("receiver of the information"),
    SUP("supervisor"),
    DPO("data-protection officer"),
    ADM("administrator"),
    SYS("system");

    private final String title;

    Role(String title) {
        this.title = title;
    }

    /** The role in words, for a sentence. */
    public String title() {
        return title;
    }
}
