package org.comity.law.release;

import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.directory.AuthorityCommand;
import org.comity.api.directory.AuthorityEvent;
import org.comity.api.directory.AuthorityStatus;
import org.comity.api.mla.MlaRequestCommand;
import org.comity.api.mla.MlaRequestEvent;
import org.comity.api.mla.MlaStatus;
import org.comity.api.preservation.PreservationCommand;
import org.comity.api.preservation.PreservationEvent;
import org.comity.api.preservation.PreservationStatus;
import org.comity.api.spontaneous.SpontaneousCommand;
import org.comity.api.spontaneous.SpontaneousEvent;
import org.comity.api.spontaneous.SpontaneousStatus;
import org.comity.law.RequestKind;
import org.comity.law.Sources;
import org.comity.law.Table;
import org.comity.law.Table.Row;
import org.comity.law.Tables;
import org.comity.law.contents.Checklist;
import org.comity.law.deadline.Calendars;
import org.comity.law.deadline.Ladder;
import org.comity.law.deadline.Lawbook;
import org.comity.law.grounds.Ground;
import org.comity.law.grounds.Grounds;
import org.comity.law.lifecycle.LifeTable;
import org.comity.law.treaty.TreatyFacts;

/** Reads every table of a set, and refuses what is wrong in one or does not fit another. */
public final class Release {
    private static final Set<String> LIVES = Set.of(
            "transitions-authority.csv",
            "transitions-mla.csv",
            "transitions-preservation.csv",
            "transitions-spontaneous.csv");

    private Release() {}

    /**
     * Reads all there is to read.
     *
     * @throws Table.Wrong that names file, line, column and rule
     */
    public static void check(Tables tables) {
        Map<String, String> sources = Sources.read(tables.table("sources.csv"));
        tables.names().stream()
                .filter(name -> !LIVES.contains(name) && !name.equals("sources.csv"))
                .forEach(name -> sources(tables.table(name), sources));
        TreatyFacts treaties = TreatyFacts.of(tables);
        contents(tables, treaties);
        grounds(tables, treaties);
        Calendars.weekends(tables.table("weekends.csv"));
        Lawbook.of(tables);
        if (tables.names().contains("reminders.csv")) {
            Ladder.of(tables.table("reminders.csv"));
        }
        lives(tables);
    }

    private static void contents(Tables tables, TreatyFacts treaties) {
        Table contents = tables.table("required-contents.csv");
        Checklist.read(contents);
        contents.rows().forEach(row -> {
            instrument(row, treaties);
            row.word("request_kind", RequestKind.class);
        });
    }

    private static void grounds(Tables tables, TreatyFacts treaties) {
        Table table = tables.table("refusal-grounds.csv");
        Map<GroundCode, Ground> grounds = Grounds.read(table);
        table.rows().forEach(row -> instrument(row, treaties));
        for (Row row : tables.table("reservations.csv").rows()) {
            if (!row.get("ground").isEmpty()) {
                Ground opened = grounds.get(row.as("ground", GroundCode::new));
                if (opened == null) {
                    throw row.wrong("ground", "there is no ground " + row.get("ground"));
                }
                if (!opened.instrument().value().equals(row.get("instrument_id"))
                        || opened.opening() == Ground.Opening.NOTHING) {
                    throw row.wrong(
                            "ground", "the ground " + opened.code() + " is not opened by a choice of this kind");
                }
            }
        }
    }

    private static void instrument(Row row, TreatyFacts treaties) {
        InstrumentId id = row.as("instrument_id", InstrumentId::new);
        if (treaties.treaty(id).isEmpty()) {
            throw row.wrong("instrument_id", "there is no instrument " + id);
        }
    }

    private static void sources(Table table, Map<String, String> sources) {
        for (Row row : table.rows()) {
            if (row.values().isMapped("source")) {
                row.list("source", ';').stream()
                        .filter(Predicate.not(sources::containsKey))
                        .findFirst()
                        .ifPresent(key -> {
                            throw row.wrong("source", "there is no source " + key + " in sources.csv");
                        });
            }
        }
    }

    private static void lives(Tables tables) {
        LifeTable.of(
                "mla",
                tables.table("transitions-mla.csv"),
                MlaStatus.class,
                MlaRequestCommand.class,
                MlaRequestEvent.class);
        LifeTable.of(
                "preservation",
                tables.table("transitions-preservation.csv"),
                PreservationStatus.class,
                PreservationCommand.class,
                PreservationEvent.class);
        LifeTable.of(
                "spontaneous",
                tables.table("transitions-spontaneous.csv"),
                SpontaneousStatus.class,
                SpontaneousCommand.class,
                SpontaneousEvent.class);
        LifeTable.of(
                "authority",
                tables.table("transitions-authority.csv"),
                AuthorityStatus.class,
                AuthorityCommand.class,
                AuthorityEvent.class);
    }
}
