package org.comity.api.directory;

/** In what capacity an authority acts. */
public enum AuthorityKind {
    /** Sends and receives requests for its State. Source: ETS 185 art. 27(2); UNTOC art. 18(13). */
    CENTRAL_AUTHORITY,
    /** On call at all hours. Source: ETS 185 art. 35. */
    CONTACT_POINT,
    /** Needs the evidence: prosecutor, investigating judge or court of the requesting State. */
    PROSECUTOR,
    /** Carries out the measure: prosecutor, court or police unit of the requested State. */
    EXECUTING_AUTHORITY
}
