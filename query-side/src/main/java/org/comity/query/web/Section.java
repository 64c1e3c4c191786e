package org.comity.query.web;

/** A part of the site that the navigation of every page leads to. */
public interface Section {
    /** Under which texts name it, such as {@code mla}. */
    String name();

    /** Where it begins, such as {@code /mla-requests}. */
    String path();
}
