package org.comity.api.directory;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;
import org.comity.api.Malformed;

/** The public key of an office in the form of text in which it hands it out: PEM, OpenPGP armor or base 64. */
public record PublicKey(@JsonValue String value) {
    private static final Pattern ARMORED =
            Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]{3,40})-----\\s.{1,15900}\\s-----END \\1-----\\s*");

    private static final Pattern BARE = Pattern.compile("[A-Za-z0-9+/_=-]{32,16000}");

    public PublicKey {
        Malformed.unless(
                (ARMORED.matcher(value).matches() && !value.contains("PRIVATE"))
                        || BARE.matcher(value).matches(),
                "a public key is PEM, OpenPGP armor or base 64, at most 16,000 characters, and never a private key");
    }

    @Override
    public String toString() {
        return value;
    }
}
