package org.comity.api.view;

/** One request as its reader may know it now: what is said of any kind, and what its kind adds. */
public interface RequestView<S extends Enum<S>> {
    RequestHead<S> head();
}
