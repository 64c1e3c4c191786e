package org.comity.standalone;

import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import org.comity.law.Tables;
import org.comity.law.release.Release;
import org.comity.log.transparency.TransparencyLog;
import org.comity.standalone.database.DataFolder;
import org.comity.standalone.database.Databases;
import org.comity.standalone.database.EmbeddedServer;
import org.comity.standalone.database.Migrations;
import org.comity.standalone.database.NodeMode;
import org.comity.standalone.database.NodeName;
import org.comity.standalone.database.VerifierKeys;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.boot.logging.LoggingSystem;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.support.GenericApplicationContext;

/** A running node. */
public final class Standalone implements AutoCloseable {
    private final DataFolder folder;
    private final @Nullable EmbeddedServer server;
    private final ConfigurableApplicationContext context;
    private final AtomicBoolean closed = new AtomicBoolean();

    private Standalone(DataFolder folder, @Nullable EmbeddedServer server, ConfigurableApplicationContext context) {
        this.folder = folder;
        this.server = server;
        this.context = context;
    }

    /**
     * Starts a node and answers when it serves.
     *
     * @throws IllegalStateException if something is not as it must be; the message is for the operator
     */
    public static Standalone start(Settings settings) {
        keepSilentTowardsOthers();
        keepLogSilent();
        Release.check(Tables.current());
        DataFolder folder = DataFolder.open(settings.data());
        EmbeddedServer server = null;
        try {
            var samples = new SampleScenarios(folder);
            boolean playSamples = settings.scenarios() && settings.database() == null && samples.prepare();
            server = settings.database() == null ? EmbeddedServer.start(folder) : null;
            Databases databases = server != null
                    ? Databases.of(server, folder)
                    : Databases.of(Objects.requireNonNull(settings.database()));
            Migrations.run(databases);
            NodeMode.PRACTICE.claim(databases.app().unpooled());
            var node = new Standalone(folder, server, context(settings, databases, folder));
            VerifierKeys.keep(
                    folder, node.context.getBean(TransparencyLog.class).verifier(), databases.proof());
            if (playSamples) {
                samples.play(node.url());
            }
            return node;
        } catch (RuntimeException e) {
            if (server != null) {
                server.close();
            }
            folder.close();
            throw e;
        }
    }

    /** Axon's update checker would report to its vendor and write into the home directory. */
    private static void keepSilentTowardsOthers() {
        System.setProperty("axoniq.update-checker.disabled", "true");
        System.setProperty("disable-axoniq-console-message", "true");
    }

    /** Until the container has set up the log, only what fails is said, and that by whoever started the node. */
    private static void keepLogSilent() {
        LoggingSystem.get(Standalone.class.getClassLoader()).beforeInitialize();
    }

    private static ConfigurableApplicationContext context(Settings settings, Databases databases, DataFolder folder) {
        Map<String, Object> properties = new HashMap<>();
        properties.put("server.address", settings.address());
        properties.put("server.port", settings.port());
        properties.put("logging.file.name", folder.file("comity.log").toString());
        if (!settings.logFormat().equals(Settings.TEXT)) {
            properties.put("logging.structured.format.console", settings.logFormat());
        }
        if (settings.quiet()) {
            properties.put("logging.threshold.console", "OFF");
        }
        return new SpringApplicationBuilder(Node.class)
                .registerShutdownHook(false)
                .properties(properties)
                .initializers(context -> {
                    var beans = (GenericApplicationContext) context;
                    beans.registerBean(Settings.class, () -> settings);
                    beans.registerBean(Databases.class, () -> databases);
                    beans.registerBean(NodeName.class, () -> NodeName.of(folder));
                })
                .run();
    }

    /** Where it is reached. */
    public String url() {
        return "http://localhost:" + context.getEnvironment().getRequiredProperty("local.server.port");
    }

    /** The container, for tests that look behind the door. */
    public ConfigurableApplicationContext context() {
        return context;
    }

    @Override
    public void close() {
        if (closed.getAndSet(true)) {
            return;
        }
        context.close();
        if (server != null) {
            server.close();
        }
        folder.close();
    }
}
