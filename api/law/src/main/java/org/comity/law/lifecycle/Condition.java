package org.comity.law.lifecycle;

/** What must hold beside the role; the words in brackets of the column {@code by}. */
public enum Condition {
    NOT_DRAFTER("who is not among the drafters"),
    /** Another person of the side that set the seal. */
    NOT_SEALER("of the side that sealed, who did not seal it"),
    URGENT("if the request is urgent"),
    EMERGENCY("if the request is an emergency"),
    /** The request travels by the network of contact points. */
    VIA_24_7("if the request travels by the 24/7 network"),
    /** The instrument allows direct sending. */
    DIRECT_ALLOWED("if the instrument allows direct sending"),
    /** It was sent or forwarded to this office. */
    ADDRESSEE("to whom it was sent or forwarded"),
    SUPERVISOR("as a supervisor"),
    /** Two persons are needed: the first proposes, the second confirms. It restricts nobody. */
    SECOND_PERSON("with a second person");

    private final String title;

    Condition(String title) {
        this.title = title;
    }

    /** The condition in words, for a sentence. */
    public String title() {
        return title;
    }
}
