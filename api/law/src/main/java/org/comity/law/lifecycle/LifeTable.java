package org.comity.law.lifecycle;

import static java.util.stream.Collectors.joining;
import static java.util.stream.Collectors.toCollection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.comity.api.Digest;
import org.comity.api.Kebab;
import org.comity.api.Refused;
import org.comity.law.Table;

/**
 * The table of a life: which command is open to whom in which status, what event it gives and what follows. It is executed;
 * no status guard is written anywhere else.
 *
 * @param concept first part of the codes of its refusals, such as {@code mla}
 */
public record LifeTable<S extends Enum<S>>(String concept, List<LifeRow<S>> rows, Digest digest) {

    public LifeTable {
        rows = List.copyOf(rows);
    }

    /** Reads a table of this release. */
    public static <S extends Enum<S>> LifeTable<S> read(
            String concept, String name, Class<S> statuses, Class<?> commands, Class<?> events) {
        return of(concept, Table.read(name), statuses, commands, events);
    }

    /** Reads a table of which some rows are for a later release. */
    public static <S extends Enum<S>> LifeTable<S> readWithout(
            Set<String> later, String concept, String name, Class<S> statuses, Class<?> commands, Class<?> events) {
        Table table = Table.read(name);
        List<Table.Row> rows = table.rows().stream()
                .filter(row -> !later.contains(row.get("id")))
                .toList();
        return of(concept, new Table(name, rows, table.digest()), statuses, commands, events);
    }

    /** Reads a table; a word that it should not know stops with file, line and column. */
    public static <S extends Enum<S>> LifeTable<S> of(
            String concept, Table table, Class<S> statuses, Class<?> commands, Class<?> events) {
        var reader = new LifeTableReader<>(statuses, commands, events);
        return new LifeTable<>(concept, table.rows().stream().map(reader::row).toList(), table.digest());
    }

    /** The commands that somebody may send once the request is there, in the order of the table. */
    public List<String> commands() {
        return rows.stream()
                .filter(row -> !row.bySystem() && !row.creates())
                .map(LifeRow::command)
                .distinct()
                .toList();
    }

    /** True if the command has a row for one of the roles, whatever its conditions. */
    public boolean isFor(String command, Set<Role> roles) {
        return rows.stream()
                .filter(row -> row.command().equals(command))
                .flatMap(row -> row.entitlements().stream())
                .anyMatch(by -> roles.contains(by.role()));
    }

    /** True if the command brings a request into being. */
    public boolean creates(String command) {
        return rows.stream().anyMatch(row -> row.command().equals(command) && row.creates());
    }

    /** The rows by which somebody may send a command. */
    public List<LifeRow<S>> rowsOf(String command) {
        return rows.stream()
                .filter(row -> row.command().equals(command) && !row.bySystem())
                .toList();
    }

    /** The rows of a command and the articles that they rest on, as refusals quote them. */
    public String source(String command) {
        return source(rowsOf(command));
    }

    /** The stable code of a refusal, such as {@code mla.not-sealed}. */
    public String code(String reason) {
        return concept + "." + reason;
    }

    /** The rows of an event, more than one only if several commands give it. */
    public List<LifeRow<S>> rowsOfEvent(String event) {
        return rows.stream().filter(row -> row.event().equals(event)).toList();
    }

    /** The only row of an event. */
    public LifeRow<S> rowOfEvent(String event) {
        List<LifeRow<S>> found = rowsOfEvent(event);
        if (found.size() != 1) {
            throw new IllegalArgumentException("rows of " + event + ": " + found.size());
        }
        return found.getFirst();
    }

    /**
     * Finds the row that allows a command, or says why none does: first whether the person may know of the request at all,
     * then whether a row is for these roles, then whether its status is now.
     *
     * @param holds whether a condition holds for the act
     */
    public Verdict<S> judge(
            String command, boolean known, Set<Role> roles, Predicate<Condition> holds, S status, Set<Flag> flags) {
        List<LifeRow<S>> candidates =
                rows.stream().filter(row -> row.command().equals(command)).toList();
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("no row for " + command);
        }
        if (!known) {
            return new Verdict.Closed<>(Refused.unknown());
        }
        var mine = new ArrayList<Verdict.Open<S>>();
        for (LifeRow<S> row : candidates) {
            row.entitlements().stream()
                    .filter(by -> roles.contains(by.role()))
                    .filter(by -> by.conditions().stream()
                            .allMatch(condition -> condition == Condition.SECOND_PERSON || holds.test(condition)))
                    .findFirst()
                    .ifPresent(by -> mine.add(new Verdict.Open<>(row, by)));
        }
        if (mine.isEmpty()) {
            return new Verdict.Closed<>(notForThisRole(command, candidates));
        }
        return mine.stream()
                .filter(open -> open.row().from().contains(status))
                .filter(open ->
                        open.row().flag() == null || flags.contains(open.row().flag()))
                .findFirst()
                .<Verdict<S>>map(open -> open)
                .orElseGet(() -> new Verdict.Closed<>(notInStatus(command, mine, status, flags)));
    }

    private Refused notForThisRole(String command, List<LifeRow<S>> candidates) {
        String may = candidates.stream()
                .flatMap(row -> row.entitlements().stream())
                .map(Entitlement::title)
                .distinct()
                .collect(joining(", or "));
        return Refused.forbidden(code("not-for-this-role"), "The command " + command + " is for the " + may + ".")
                .from(source(candidates));
    }

    private Refused notInStatus(String command, List<Verdict.Open<S>> mine, S status, Set<Flag> flags) {
        String code = code("not-allowed-in-status");
        String source = source(mine.stream().map(Verdict.Open::row).toList());
        for (Verdict.Open<S> open : mine) {
            Flag flag = open.row().flag();
            if (open.row().from().contains(status) && flag != null && !flags.contains(flag)) {
                return Refused.conflict(
                                code, "The command " + command + " needs the flag " + flag + ", which is not set.")
                        .from(source);
            }
        }
        String statuses = mine.stream()
                .flatMap(open -> open.row().from().stream())
                .distinct()
                .sorted()
                .map(Kebab::of)
                .collect(joining(", "));
        return Refused.conflict(
                        code,
                        "The status is " + Kebab.of(status) + "; the command " + command + " is open in " + statuses
                                + ".")
                .from(source);
    }

    private static String source(Collection<? extends LifeRow<?>> rows) {
        return rows.stream().map(LifeRow::source).collect(toCollection(LinkedHashSet::new)).stream()
                .collect(joining(" / "));
    }
}
