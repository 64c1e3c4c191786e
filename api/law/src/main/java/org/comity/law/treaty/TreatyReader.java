package org.comity.law.treaty;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.comity.api.GroundCode;
import org.comity.api.InstrumentId;
import org.comity.api.StateCode;
import org.comity.law.RequestKind;
import org.comity.law.Table;
import org.comity.law.Table.Row;
import org.comity.law.treaty.Treaty.Listing;
import org.comity.law.treaty.Treaty.Nature;
import org.comity.law.treaty.Treaty.Provision;
import org.comity.law.treaty.TreatyFact.Choice;
import org.comity.law.treaty.TreatyFact.Effect;
import org.comity.law.treaty.TreatyFact.InForce;
import org.comity.law.treaty.TreatyFact.Membership;
import org.comity.law.treaty.TreatyFact.NotInForce;
import org.comity.law.treaty.TreatyFact.StateChoice;
import org.comity.law.treaty.TreatyFact.Status;

/** Reads instruments and first facts, and refuses what cannot be: each error with file, line, column and rule. */
final class TreatyReader {
    /** A day, or a month or year where the day was not seen; such a value is shown and never reckoned with. */
    private static final Pattern PERHAPS_PART = Pattern.compile("\\d{4}(-(0[1-9]|1[0-2]))?");

    /** The Union joins treaties as an organisation; no request comes from it or goes to it, so nobody asks what binds it. */
    private static final String UNION = "EU";

    private final Function<String, Table> tables;
    private final Map<InstrumentId, Treaty> treaties = new LinkedHashMap<>();
    private final List<TreatyFact> facts = new ArrayList<>();
    private final Map<TreatyFact, Long> lines = new HashMap<>();

    TreatyReader(Function<String, Table> tables) {
        this.tables = tables;
    }

    TreatyFacts read() {
        treaties();
        parties();
        choices();
        return TreatyFacts.of(List.copyOf(treaties.values()), facts);
    }

    private void treaties() {
        Map<InstrumentId, List<Row>> rows = new LinkedHashMap<>();
        tables.apply("instruments.csv")
                .unique("id", "article", "request_kind")
                .rows()
                .forEach(row -> rows.computeIfAbsent(row.as("id", InstrumentId::new), id -> new ArrayList<>())
                        .add(row));
        for (Row row : tables.apply("treaties.csv").unique("id").rows()) {
            InstrumentId id = row.as("id", InstrumentId::new);
            List<Row> provisions = rows.remove(id);
            if (provisions == null) {
                throw row.wrong("id", "there is no instrument " + id + " in instruments.csv");
            }
            treaties.put(id, treaty(row, id, provisions));
        }
        rows.forEach((id, of) -> {
            throw of.getFirst().wrong("id", "treaties.csv says nothing of " + id);
        });
    }

    private Treaty treaty(Row row, InstrumentId id, List<Row> provisions) {
        Nature nature = row.word("nature", Nature.class);
        LocalDate from = row.day("in_force_from");
        LocalDate notOn = row.day("not_in_force_on");
        if (nature.binds() == (from == null && notOn == null)) {
            throw row.wrong(
                    "in_force_from", "what binds States is in force from a day or was not on a day, and nothing else");
        }
        if (from != null && notOn != null && !notOn.isBefore(from)) {
            throw row.wrong("not_in_force_on", "lies on or after the entry into force");
        }
        if (from != null) {
            facts.add(new InForce(id, from, row.source()));
        }
        if (notOn != null) {
            facts.add(new NotInForce(id, notOn, row.source()));
        }
        Listing list = row.word("party_list", Listing.class);
        LocalDate listedOn = row.day("listed_on");
        if ((list == Listing.NONE) != (listedOn == null)) {
            throw row.wrong("listed_on", "a list has a day, and no list has none");
        }
        String national = row.get("national_of");
        if ((nature == Nature.NATIONAL_LAW) == national.isEmpty()) {
            throw row.wrong("national_of", "a national law is that of one State, and nothing else is");
        }
        Row first = provisions.getFirst();
        return new Treaty(
                id,
                first.get("short_name"),
                first.get("full_name"),
                nature,
                list,
                listedOn,
                national.isEmpty() ? null : row.as("national_of", StateCode::new),
                row.as("precedence", Integer::parseInt),
                row.get("gives_way_by").isEmpty() ? null : row.get("gives_way_by"),
                provisions.stream().map(TreatyReader::provision).toList(),
                row.source());
    }

    private static Provision provision(Row row) {
        return new Provision(
                row.get("article"),
                row.word("request_kind", RequestKind.class),
                row.get("channel"),
                row.get("note"),
                row.source());
    }

    private void parties() {
        for (Row row : tables.apply("parties.csv")
                .unique("instrument_id", "alpha2", "status", "bound_from")
                .rows()) {
            InstrumentId id = known(row);
            Status status = row.word("status", Status.class);
            String signed = row.get("signed");
            if (!signed.isEmpty() && !PERHAPS_PART.matcher(signed).matches()) {
                row.day("signed");
            }
            LocalDate ratified = row.day("ratified_or_acceded");
            LocalDate from = row.day("bound_from");
            LocalDate until = row.day("bound_until");
            LocalDate asOf = row.day("as_of");
            if (asOf == null) {
                throw row.wrong("as_of", "a status is that of a day");
            }
            if (from != null && status != Status.PARTY) {
                throw row.wrong("bound_from", "only a Party is bound");
            }
            if (from != null && ratified != null && from.isBefore(ratified)) {
                throw row.wrong("bound_from", "lies before the ratification on " + ratified);
            }
            if (until != null && from != null && !until.isAfter(from)) {
                throw row.wrong("bound_until", "does not lie after " + from);
            }
            if (row.get("alpha2").equals(UNION)) {
                continue;
            }
            keep(
                    row,
                    "bound_from",
                    new Membership(
                            id, row.as("alpha2", StateCode::new), status, ratified, from, until, asOf, row.source()));
        }
    }

    private void choices() {
        for (Row row : tables.apply("reservations.csv").unique("id").rows()) {
            InstrumentId id = known(row);
            Effect effect = row.word("effect", Effect.class);
            String ground = row.get("ground");
            if ((effect == Effect.OPENS_GROUND) == ground.isEmpty()) {
                throw row.wrong("ground", "a choice that opens a ground names it, and no other does");
            }
            LocalDate from = row.day("valid_from");
            LocalDate until = row.day("valid_until");
            if (from != null && until != null && !until.isAfter(from)) {
                throw row.wrong("valid_until", "does not lie after " + from);
            }
            keep(
                    row,
                    "valid_from",
                    new StateChoice(
                            row.get("id"),
                            id,
                            row.as("alpha2", StateCode::new),
                            row.word("kind", Choice.class),
                            row.get("article"),
                            row.get("request_kinds").equals("*")
                                    ? Set.of()
                                    : Set.copyOf(row.words("request_kinds", RequestKind.class)),
                            effect,
                            ground.isEmpty() ? null : row.as("ground", GroundCode::new),
                            row.get("label"),
                            from,
                            until,
                            row.source()));
        }
    }

    private InstrumentId known(Row row) {
        InstrumentId id = row.as("instrument_id", InstrumentId::new);
        if (!treaties.containsKey(id)) {
            throw row.wrong("instrument_id", "there is no instrument " + id);
        }
        return id;
    }

    private void keep(Row row, String column, TreatyFact fact) {
        for (TreatyFact other : facts) {
            if (TreatyFacts.contradict(other, fact)) {
                throw row.wrong(column, "overlaps what line " + lines.get(other) + " says of the same State");
            }
        }
        facts.add(fact);
        lines.put(fact, row.line());
    }
}
