package org.comity.api;

import com.fasterxml.jackson.annotation.JsonValue;

/** The way by which something travels between authorities, such as {@code contact-point-24-7} or {@code courier}. */
public record Channel(@JsonValue String value) {
    /** The network of points of contact that are reachable at all hours. Source: ETS 185 art. 35; UNCC art. 41. */
    public static final Channel CONTACT_POINT_24_7 = new Channel("contact-point-24-7");

    public Channel {
        Code.check(value);
    }

    @Override
    public String toString() {
        return value;
    }
}
