package org.comity.log.names;

import org.comity.api.Event;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.node.ObjectNode;

/** Writes events as the log stores them, and reads them back through the upcasters. */
public final class EventCodec {
    /** The codec of the house. */
    public static final EventCodec OF_THE_HOUSE = new EventCodec(StoredNames.OF_THE_HOUSE, Upcasters.OF_THE_HOUSE);

    private final StoredNames names;
    private final Upcasters upcasters;

    public EventCodec(StoredNames names, Upcasters upcasters) {
        this.names = names;
        this.upcasters = upcasters;
    }

    public StoredNames names() {
        return names;
    }

    /** The payload of an event as compact JSON. */
    public String write(Event event) {
        return Json.write(event);
    }

    /** Today's record of a stored event. */
    public Event read(String name, String revision, String payload) {
        try {
            if (!upcasters.concerns(name, revision)) {
                return Json.read(payload, today(name, revision));
            }
            Upcasters.Stored newest =
                    upcasters.upcast(new Upcasters.Stored(name, revision, (ObjectNode) Json.MAPPER.readTree(payload)));
            return Json.MAPPER.treeToValue(newest.payload(), today(newest.name(), newest.revision()));
        } catch (JacksonException e) {
            // The message of the parser may repeat a value of the payload; the path to it does not.
            String path = e instanceof DatabindException bind ? bind.getPathReference() : "its JSON";
            throw new IllegalStateException(
                    "stored event " + name + "@" + revision + " does not have the form of its record: " + path, e);
        }
    }

    private Class<? extends Event> today(String name, String revision) {
        Class<? extends Event> type = names.find(name);
        if (type == null || !names.revision(type).equals(revision)) {
            throw new IllegalStateException("no record and no upcaster reads " + name + "@" + revision
                    + "; was it written by a newer release?");
        }
        return type;
    }
}
