package org.comity.log.ledger;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/**
 * A text with the signatures under it (C2SP {@code signed-note}). Until a known key has verified it, it is what somebody says.
 *
 * @param text what is signed; ends with a newline
 * @param signatures all that stand under it, known or not
 */
public record SignedNote(String text, List<NoteSignature> signatures) {
    private static final int LONGEST = 1_000_000;
    private static final int MOST_SIGNATURES = 100;

    /** @throws Unreadable if the text cannot be that of a note */
    public SignedNote {
        signatures = List.copyOf(signatures);
        if (!text.endsWith("\n") || text.chars().anyMatch(c -> c < ' ' && c != '\n')) {
            throw new Unreadable("the text of a note ends with a newline and has no other control character");
        }
        if (text.length() > LONGEST || signatures.size() > MOST_SIGNATURES) {
            throw new Unreadable(
                    "a note has at most " + MOST_SIGNATURES + " signatures and " + LONGEST + " characters");
        }
        Texts.utf8(text);
    }

    /**
     * The note that this text is.
     *
     * @throws Unreadable if it is none
     */
    public static SignedNote parse(String note) {
        if (note.length() > LONGEST) {
            throw new Unreadable("a note has at most " + LONGEST + " characters");
        }
        int blank = note.lastIndexOf("\n\n");
        if (blank < 0 || !note.endsWith("\n") || blank + 2 >= note.length()) {
            throw new Unreadable(
                    "a note is a text, an empty line and at least one signature line, each with its newline");
        }
        var signatures = new ArrayList<NoteSignature>();
        for (String line : note.substring(blank + 2, note.length() - 1).split("\n", MOST_SIGNATURES + 2)) {
            signatures.add(NoteSignature.parse(line));
        }
        return new SignedNote(note.substring(0, blank + 1), signatures);
    }

    /** The same text with one more signature under it. */
    public SignedNote with(NoteSignature signature) {
        var more = new ArrayList<>(signatures);
        more.add(signature);
        return new SignedNote(text, more);
    }

    /**
     * The known keys that have signed. A signature of an unknown key says nothing; one that claims a known key and is not of
     * it spoils the note.
     *
     * @throws Unreadable if a signature claims a known key and does not verify
     */
    public List<VerifierKey> verifiedBy(Collection<VerifierKey> known) {
        var verified = new ArrayList<VerifierKey>();
        for (VerifierKey key : known) {
            for (NoteSignature signature : signatures) {
                if (key.claims(signature)) {
                    if (!key.verifies(text, signature)) {
                        throw new Unreadable("the signature of " + key.name() + " is not of its key over this text");
                    }
                    if (!verified.contains(key)) {
                        verified.add(key);
                    }
                }
            }
        }
        return List.copyOf(verified);
    }

    /** The note as it is sent and kept. */
    @Override
    public String toString() {
        var note = new StringBuilder(text).append('\n');
        signatures.forEach(signature -> note.append(signature).append('\n'));
        return note.toString();
    }
}
