package org.comity.query.web;

import org.comity.api.Actor;

/** Knows how many tasks wait for somebody; the navigation of every page shows it. */
public interface TaskCount {
    /** How much waits for somebody, or for nobody in particular of the own office. */
    int waiting(Actor actor);
}
