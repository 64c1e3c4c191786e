package org.comity.log.store;

import org.comity.api.Malformed;
import org.comity.log.ledger.Envelope;

/** The last gate for texts: what no database keeps unchanged, or no reader expects, does not get in. */
final class StoredText {
    private StoredText() {}

    /**
     * The JSON itself, if it can be stored.
     *
     * @throws Malformed if it holds NUL, plain or escaped, or an unpaired surrogate
     */
    static String checked(String json) {
        Malformed.unless(!holdsEscapedNul(json), "a stored text has no NUL");
        try {
            Envelope.utf8(json);
        } catch (IllegalArgumentException e) {
            throw new Malformed("a stored text has no NUL and no unpaired surrogate");
        }
        return json;
    }

    private static boolean holdsEscapedNul(String json) {
        for (int at = json.indexOf('\\'); at >= 0; at = json.indexOf('\\', at + 2)) {
            if (json.startsWith("u0000", at + 1)) {
                return true;
            }
        }
        return false;
    }
}
