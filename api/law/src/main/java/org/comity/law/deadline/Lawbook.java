package org.comity.law.deadline;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.comity.api.Code;
import org.comity.api.Digest;
import org.comity.api.InstrumentId;
import org.comity.law.Source;
import org.comity.law.Table;
import org.comity.law.Table.Row;
import org.comity.law.Tables;
import org.comity.law.deadline.Rule.Counting;
import org.comity.law.treaty.TreatyFacts;

/**
 * What deadlines are computed by: the rules, what treaties bind whom, and the days of States. A changed one answers what would
 * move if the law, a ratification or a holiday changed.
 *
 * @param law digest of the tables that the rules come from
 * @param countings where each rule of counting comes from
 */
public record Lawbook(
        Digest law,
        Map<Code, Rule> rules,
        Map<Counting, Lawbook.CountingRule> countings,
        TreatyFacts treaties,
        Calendars calendars) {

    /** A rule of counting in words, with its source. */
    public record CountingRule(String label, Source source) {}

    public Lawbook {
        rules = Map.copyOf(rules);
        countings = Map.copyOf(countings);
    }

    /** The law of this release; read when first asked for. */
    public static Lawbook ofThisRelease() {
        return OfThisRelease.LAW;
    }

    /** The law of a set of tables, with the holidays that this release knows. */
    public static Lawbook of(Tables tables) {
        TreatyFacts treaties = tables == Tables.current() ? TreatyFacts.ofThisRelease() : TreatyFacts.of(tables);
        return new Lawbook(
                tables.digest(),
                rules(tables.table("deadlines.csv"), treaties),
                countings(tables.table("counting.csv")),
                treaties,
                Calendars.ofThisRelease());
    }

    /** The same law with one rule put in the place of that of its code, or added. */
    public Lawbook with(Rule rule) {
        var changed = new LinkedHashMap<>(rules);
        changed.put(rule.code(), rule);
        return new Lawbook(law, changed, countings, treaties, calendars);
    }

    /** The same law with other facts about treaties. */
    public Lawbook with(TreatyFacts facts) {
        return new Lawbook(law, rules, countings, facts, calendars);
    }

    /** The same law with other days. */
    public Lawbook with(Calendars days) {
        return new Lawbook(law, rules, countings, treaties, days);
    }

    /** The rules that act on one: its extensions, holds and warnings, in the order of their codes. */
    List<Rule> actingOn(Code code, Rule.Nature nature) {
        return rules.values().stream()
                .filter(rule -> rule.nature() == nature && rule.actsOn().contains(code))
                .sorted((a, b) -> a.code().value().compareTo(b.code().value()))
                .toList();
    }

    static Map<Code, Rule> rules(Table table, TreatyFacts treaties) {
        var rules = new LinkedHashMap<Code, Rule>();
        for (Row row : table.unique("code").rows()) {
            Rule rule = Rule.of(row);
            if (treaties.treaty(new InstrumentId(row.get("instrument_id"))).isEmpty()) {
                throw row.wrong("instrument_id", "there is no instrument " + row.get("instrument_id"));
            }
            rules.put(rule.code(), rule);
        }
        for (Row row : table.rows()) {
            for (String actsOn : row.list("acts_on", '|')) {
                if (!rules.containsKey(new Code(actsOn))) {
                    throw row.wrong("acts_on", "there is no rule " + actsOn);
                }
            }
        }
        return rules;
    }

    private static Map<Counting, CountingRule> countings(Table table) {
        return table.unique("counting").rows().stream()
                .collect(Collectors.toMap(
                        row -> row.word("counting", Counting.class),
                        row -> new CountingRule(row.get("label"), row.source())));
    }

    private static final class OfThisRelease {
        static final Lawbook LAW = of(Tables.current());
    }
}
