package org.comity.api.directory;

/** Where an authority stands in the directory. */
public enum AuthorityStatus {
    /** Not there yet. */
    NONE,
    /** Known; what it does is reported by others. */
    LISTED,
    /** Acts on this node itself. */
    CONNECTED,
    /** Will do nothing any more from a day on; the entry stays for what was. */
    RETIRED
}
