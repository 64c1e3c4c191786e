package org.comity.query.form;

import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.comity.law.Table;

/** What the tables of the law leave to choose from: instruments, grounds, contents. Their labels are kept in English. */
public final class LawChoices {
    private static final Table INSTRUMENTS = Table.read("instruments.csv");
    private static final Table GROUNDS = Table.read("refusal-grounds.csv");
    private static final Table CONTENTS = Table.read("required-contents.csv");

    private LawChoices() {}

    /** Every instrument, once; the house's own policy is no legal basis. */
    public static List<Choice> instruments() {
        return INSTRUMENTS.rows().stream()
                .filter(row -> !row.get("id").equals("policy"))
                .map(row -> new Choice(row.get("id"), row.get("short_name") + " · " + row.get("full_name"), true))
                .distinct()
                .toList();
    }

    /** The grounds of these instruments, but for those that cannot be recorded because they are forbidden. */
    public static List<Choice> grounds(Collection<String> instruments) {
        return labels(
                GROUNDS, row -> isOf(row, instruments) && !row.get("strength").equals("forbidden"));
    }

    /** What a request under these instruments must contain. */
    public static List<Choice> contents(Collection<String> instruments) {
        return labels(CONTENTS, row -> isOf(row, instruments));
    }

    /** What a code of the law stands for; the code itself if no table has it. */
    public static String label(String code) {
        return Stream.of(instruments(), grounds(List.of()), contents(List.of()))
                .flatMap(List::stream)
                .filter(choice -> choice.value().equals(code))
                .map(Choice::label)
                .findFirst()
                .orElse(code);
    }

    private static List<Choice> labels(Table table, Predicate<Table.Row> wanted) {
        return table.rows().stream()
                .filter(wanted)
                .map(row -> new Choice(
                        row.get("code"),
                        row.get("instrument_id") + " " + row.get("article") + sub(row) + " · " + row.get("label"),
                        true))
                .toList();
    }

    private static String sub(Table.Row row) {
        String sub = row.get("sub_paragraph");
        return sub.isEmpty() ? "" : sub.startsWith("(") ? sub : "(" + sub + ")";
    }

    private static boolean isOf(Table.Row row, Collection<String> instruments) {
        return instruments.isEmpty() || instruments.contains(row.get("instrument_id"));
    }
}
