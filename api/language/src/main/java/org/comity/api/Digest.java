package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A cryptographic digest with its algorithm, such as {@code sha-256:9f86...}; digits in lower-case hexadecimal. */
public record Digest(@JsonValue String value) {
    private static final Pattern FORM = Pattern.compile(
            "(?:md5:[0-9a-f]{32}|sha-1:[0-9a-f]{40}|sha-256:[0-9a-f]{64}|sha-384:[0-9a-f]{96}|sha-512:[0-9a-f]{128})");

    public Digest {
        Malformed.unless(
                FORM.matcher(value).matches(),
                "a digest is md5, sha-1, sha-256, sha-384 or sha-512, a colon and the digits in lower-case hexadecimal");
    }

    /** MD5 and SHA-1 may stand beside a stronger digest and never alone. Source: ISO/IEC 27037 practice. */
    public boolean isStrong() {
        return value.startsWith("sha-256:") || value.startsWith("sha-384:") || value.startsWith("sha-512:");
    }

    @Override
    public String toString() {
        return value;
    }
}
