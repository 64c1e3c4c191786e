package org.comity.api;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The plain form that a {@link Personal} component must have before the door seals it. Without it: free text. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.RECORD_COMPONENT)
public @interface Form {
    Kind value();

    /** True if the value is sealed with the key of the request though a person is named: it outlives that person's erasure. */
    boolean outlivesErasure() default false;

    /** The plain forms that the door knows how to check. */
    enum Kind {
        /** Free text of at most 20,000 characters. */
        TEXT,
        /** A person's name in any script: at most 200 characters, no control or direction characters. */
        NAME,
        /** Name of an account at a provider. */
        ACCOUNT,
        /** RFC 791 address in dotted decimals. */
        IPV4,
        /** RFC 4291 address. */
        IPV6,
        /** RFC 5321 mailbox. */
        EMAIL,
        /** E.164 number with leading +. */
        PHONE,
        /** RFC 3986 absolute URL. */
        URL,
        /** Fifteen digits with a valid check digit (3GPP TS 23.003). */
        IMEI,
        /** Address of a crypto-asset wallet. */
        WALLET
    }
}
