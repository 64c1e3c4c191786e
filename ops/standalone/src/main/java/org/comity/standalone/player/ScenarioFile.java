package org.comity.standalone.player;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.comity.log.names.Json;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A table of steps, in the order in which they are played. */
public final class ScenarioFile {
    private static final List<String> COLUMNS =
            List.of("scenario", "step", "at", "aggregate", "as", "command", "data", "event", "status_after");

    private final List<Step> steps;

    private ScenarioFile(List<Step> steps) {
        this.steps = steps.stream().sorted(Step.IN_THE_WORLD).toList();
    }

    /** The scenarios that come with the house. */
    public static ScenarioFile ofTheHouse() {
        return resource("/scenarios/scenarios.csv");
    }

    /** What a fresh node plays in: the scenarios, which end, and some requests on which people are still at work. */
    public static ScenarioFile ofAFreshNode() {
        return new ScenarioFile(
                Stream.concat(ofTheHouse().steps.stream(), resource("/scenarios/open-work.csv").steps.stream())
                        .toList());
    }

    private static ScenarioFile resource(String name) {
        InputStream resource = Objects.requireNonNull(ScenarioFile.class.getResourceAsStream(name));
        try (Reader reader = new InputStreamReader(resource, StandardCharsets.UTF_8)) {
            return read(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a file.
     *
     * @throws CannotPlay that names line and column of what cannot be understood
     */
    public static ScenarioFile read(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException e) {
            throw new CannotPlay("the file " + file + " cannot be read: " + e.getMessage());
        }
    }

    static ScenarioFile read(Reader reader) throws IOException {
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setHeader()
                .setSkipHeaderRecord(true)
                .setIgnoreEmptyLines(true)
                .setTrim(true)
                .get();
        List<Step> steps = new ArrayList<>();
        try (CSVParser rows = format.parse(reader)) {
            for (String column : COLUMNS) {
                if (!rows.getHeaderMap().containsKey(column)) {
                    throw new CannotPlay("the column " + column + " is missing in the header");
                }
            }
            for (CSVRecord row : rows) {
                steps.add(step(row, rows.getCurrentLineNumber()));
            }
        }
        if (steps.isEmpty()) {
            throw new CannotPlay("the file has no steps");
        }
        return new ScenarioFile(steps);
    }

    private static Step step(CSVRecord row, long line) {
        if (!row.isConsistent()) {
            throw new CannotPlay("line " + line + " has another number of columns than the header");
        }
        return new Step(
                need(row, "scenario", line),
                number(row, line),
                at(row, line),
                need(row, "aggregate", line),
                need(row, "as", line),
                need(row, "command", line),
                data(row, line),
                need(row, "event", line),
                need(row, "status_after", line));
    }

    private static String need(CSVRecord row, String column, long line) {
        String value = row.get(column);
        if (value.isEmpty()) {
            throw new CannotPlay("line " + line + ": " + column + " is empty");
        }
        return value;
    }

    private static int number(CSVRecord row, long line) {
        try {
            return Integer.parseInt(row.get("step"));
        } catch (NumberFormatException e) {
            throw new CannotPlay("line " + line + ": step is not a number");
        }
    }

    private static Instant at(CSVRecord row, long line) {
        try {
            return OffsetDateTime.parse(row.get("at")).toInstant();
        } catch (DateTimeException e) {
            throw new CannotPlay("line " + line + ": at is not an instant such as 2026-03-02T09:10Z");
        }
    }

    private static ObjectNode data(CSVRecord row, long line) {
        String text = row.get("data");
        try {
            JsonNode node = Json.MAPPER.readTree(text.isEmpty() ? "{}" : text);
            if (node instanceof ObjectNode object) {
                return object;
            }
        } catch (JacksonException e) {
            // falls through to the one sentence below
        }
        throw new CannotPlay("line " + line + ": data is not a JSON object");
    }

    /** The steps of one scenario only. */
    public ScenarioFile only(String scenario) {
        List<Step> kept =
                steps.stream().filter(step -> step.scenario().equals(scenario)).toList();
        if (kept.isEmpty()) {
            throw new CannotPlay("there is no scenario " + scenario + " in the file");
        }
        return new ScenarioFile(kept);
    }

    /** When the first step happens in the world. */
    public Instant begin() {
        return steps.getFirst().at();
    }

    List<Step> steps() {
        return steps;
    }
}
