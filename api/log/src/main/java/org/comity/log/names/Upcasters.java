package org.comity.log.names;

import java.util.List;
import tools.jackson.databind.node.ObjectNode;

/** The ordered chain of steps that turns what older releases wrote into what today's records read. */
public final class Upcasters {
    /** The chain of the house; a step is added at the end and never changed. */
    public static final Upcasters OF_THE_HOUSE = new Upcasters(List.of());

    /** A stored event while it is being read: its name, its revision and its JSON. */
    public record Stored(String name, String revision, ObjectNode payload) {}

    /** One step: what is stored under a name and revision becomes another name or revision. Must be pure. */
    public interface Step {
        /** Name that the step takes. */
        String name();

        /** Revision that the step takes. */
        String revision();

        /** The event in its newer form. The payload handed in is the step's own to change. */
        Stored upcast(Stored older);
    }

    private final List<Step> steps;

    public Upcasters(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** Takes an event through all steps that concern it, in order. */
    public Stored upcast(Stored stored) {
        Stored current = stored;
        for (Step step : steps) {
            if (step.name().equals(current.name()) && step.revision().equals(current.revision())) {
                current = step.upcast(current);
            }
        }
        return current;
    }

    /** True if a step takes this name and revision, so that it must be read as a tree. */
    public boolean concerns(String name, String revision) {
        return steps.stream()
                .anyMatch(step -> step.name().equals(name) && step.revision().equals(revision));
    }
}
