package org.comity.api;

/** Why what is known of a person is kept and not used, where it would be erased else. Source: LED art. 16(3). */
public enum RestrictionGround {
    /** The person says that it is not accurate, and whether it is cannot be found out. Source: LED art. 16(3)(a). */
    ACCURACY_CONTESTED,
    /** It must be kept as evidence. Source: LED art. 16(3)(b). */
    NEEDED_AS_EVIDENCE
}
