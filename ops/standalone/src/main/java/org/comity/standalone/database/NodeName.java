package org.comity.standalone.database;

import java.util.Properties;
import java.util.UUID;

/**
 * The name of a node among those that share a database. It belongs to the data folder, so that a process that was killed and
 * started again takes over at once what it had claimed, and does not wait until its own claims lapse.
 */
public record NodeName(String value) {
    private static final String FILE = "node.properties";

    public static NodeName of(DataFolder folder) {
        Properties properties = folder.read(FILE);
        if (!properties.containsKey("name")) {
            properties.setProperty("name", UUID.randomUUID().toString());
            folder.write(FILE, properties, "this node among those that share a database");
        }
        return new NodeName(properties.getProperty("name"));
    }
}
