package org.comity.query.form;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One input of a form, or a group or list of inputs.
 *
 * @param name member of the JSON object that is sent; empty for the element of a list
 * @param label what a person reads, in the language of the page
 * @param help a sentence more, where the label is not enough
 * @param required true if it must be sent; a list may be sent empty
 * @param sealed true if the value is personal and is stored encrypted
 * @param mode which keyboard a telephone shows; for a request, where they are looked up
 * @param most how many characters at most; 0 if that says nothing
 * @param choices what can be chosen, for inputs that choose
 * @param parts members of a group; element of a list; key and value of a map
 * @param value what it says before anybody typed
 * @param atLeastOne true if a list or map is refused with nothing in it
 */
public record FormField(
        String name,
        String label,
        @Nullable String help,
        Input input,
        boolean required,
        boolean sealed,
        String mode,
        int most,
        List<Choice> choices,
        List<FormField> parts,
        String value,
        boolean atLeastOne) {

    /** An input that may have nothing in it, if it is a list. */
    FormField(
            String name,
            String label,
            @Nullable String help,
            Input input,
            boolean required,
            boolean sealed,
            String mode,
            int most,
            List<Choice> choices,
            List<FormField> parts,
            String value) {
        this(name, label, help, input, required, sealed, mode, most, choices, parts, value, false);
    }

    /** How a value is put in. */
    public enum Input {
        TEXT,
        LONG_TEXT,
        NUMBER,
        DATE,
        /** A time of day. */
        TIME,
        /** A moment in UTC. */
        INSTANT,
        /** A moment with the offset in which it was logged. */
        OFFSET_INSTANT,
        DURATION,
        YES_NO,
        /** Yes, no, or as it is. */
        YES_NO_UNCHANGED,
        CHOICE,
        /** Any number of choices. */
        CHOICES,
        /** An office, by State. */
        AUTHORITY,
        /** Another request that the reader may know of. */
        REQUEST,
        DIGEST,
        /** Any JSON value, or plain text. */
        ANY,
        GROUP,
        LIST,
        MAP
    }

    public FormField {
        choices = List.copyOf(choices);
        parts = List.copyOf(parts);
    }

    /** The same input with something said before anybody typed. */
    public FormField saying(String given) {
        return new FormField(name, label, help, input, required, sealed, mode, most, choices, parts, given, atLeastOne);
    }

    FormField withAtLeastOne() {
        return new FormField(name, label, help, input, required, sealed, mode, most, choices, parts, value, true);
    }

    /** True if a person must put something in. */
    public boolean isAsked() {
        return atLeastOne || (required && parts.isEmpty() && input != Input.CHOICES);
    }

    /** True if the inputs of a list are the files of a manifest, whose digests can be taken from files. */
    public boolean isManifest() {
        return input == Input.LIST && name.equals("manifest");
    }
}
