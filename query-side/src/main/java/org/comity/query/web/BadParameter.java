package org.comity.query.web;

/** A parameter of a question does not have its form; the message states the form and never repeats the value. */
public final class BadParameter extends RuntimeException {
    private final String name;

    public BadParameter(String name, String form) {
        super(form, null, false, false);
        this.name = name;
    }

    public String name() {
        return name;
    }

    public String form() {
        return String.valueOf(getMessage());
    }
}
