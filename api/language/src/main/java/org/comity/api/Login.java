package org.comity.api;

/** Who is signed in, however that was established; the principal of every request to the door and to the pages. */
public interface Login {
    /** The name typed at sign-in, such as {@code central-authority.pt}; never stored in an event. */
    String loginName();

    Actor actor();
}
