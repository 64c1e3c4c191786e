package org.comity.standalone.database;

import java.security.SecureRandom;
import java.util.Base64;

/** Passwords that no person ever types. */
final class Passwords {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Passwords() {}

    /** 192 random bits in letters, digits, hyphens and underscores. */
    static String random() {
        byte[] bytes = new byte[24];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
