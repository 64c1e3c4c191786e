package org.comity.standalone.practice;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.comity.api.Login;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.AuthorityUtils;
import org.springframework.security.crypto.bcrypt.BCryptPasswordEncoder;
import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.stereotype.Component;

/**
 * Signs invented people in. All have one password, checked against one hash. HTTP Basic sends it with every request, and a
 * check costs some 80 ms, so the password that was right once is remembered by a keyed digest of this process; a wrong one
 * costs the full check each time.
 */
@Component
final class PracticePassword implements AuthenticationProvider {
    private static final String HASH = "$2b$10$Dun.Z3YNE2.st/LEINaYveDDqaV6LBH13BX81sPqtMsrgD3A7tHiK";

    private final PasswordEncoder encoder = new BCryptPasswordEncoder();
    private final SecretKeySpec key = new SecretKeySpec(SecureRandom.getSeed(32), "HmacSHA256");
    private volatile byte @Nullable [] known;

    @Override
    public Authentication authenticate(Authentication asked) {
        String password = String.valueOf(asked.getCredentials());
        // The password first: whether a login exists is not to be learned from the time of the answer.
        if (!isRight(password)) {
            throw refused();
        }
        Login login = PracticePeople.find(asked.getName()).orElseThrow(PracticePassword::refused);
        return UsernamePasswordAuthenticationToken.authenticated(
                login,
                null,
                AuthorityUtils.createAuthorityList("ROLE_" + login.actor().mandate()));
    }

    private static BadCredentialsException refused() {
        return new BadCredentialsException("login or password is wrong");
    }

    private boolean isRight(String password) {
        byte[] digest = digest(password);
        byte[] remembered = known;
        if (remembered != null && MessageDigest.isEqual(remembered, digest)) {
            return true;
        }
        if (password.length() <= 72 && encoder.matches(password, HASH)) {
            known = digest;
            return true;
        }
        return false;
    }

    private byte[] digest(String password) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key);
            return mac.doFinal(password.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HMAC-SHA-256 is not available", e);
        }
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}
