package org.comity.standalone.player;

import java.lang.reflect.RecordComponent;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.comity.api.Code;
import org.comity.api.InstrumentId;
import org.comity.api.directory.AuthorityId;
import org.comity.law.RequestKind;
import org.comity.law.contents.Checklist;
import org.comity.law.grounds.Ground;
import org.comity.law.grounds.Grounds;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * Invented facts for whatever a row leaves out, speaking enough to be read on a page. Names and addresses are invented too;
 * the addresses are of the ranges set aside for documentation. Made from names in the file only, so that a step that is sent
 * again says the same.
 */
public final class Samples {
    /** The person whom an invented draft is about; tests look for this name where it must not be. */
    public static final String NAME = "Avery Quillfeather";

    /** What the facts of an invented draft begin with; tests look for it likewise. */
    public static final String FACTS =
            "Letters that imitate a bank were sent to pensioners in order to learn their passwords";

    private static final Map<String, String> TEXTS = Map.ofEntries(
            Map.entry("offence", "Computer fraud"),
            Map.entry("purpose", "Evidence for the criminal proceedings named above"),
            Map.entry("decision", "restricted"),
            Map.entry("ground", "needed-as-evidence"),
            Map.entry("provider", "Meridian Sample Hosting"),
            Map.entry("court", "District Court, second chamber"),
            Map.entry("effect", "no suspensive effect"),
            Map.entry("result", "remedy dismissed"),
            Map.entry("cause", "One file was damaged while the container was written"),
            Map.entry("text", "The file is being worked on; nothing is missing at present"),
            Map.entry("subject", "scope"),
            Map.entry("channel", "secure-electronic"),
            Map.entry("quarantine", "Evidence room, shelf 4"),
            Map.entry("agreed", "Agreed by both sides"),
            Map.entry("nature", "Records of payments that lead to a person in the receiving State"),
            Map.entry("notice", "The records of the payments clear the accused and go to the defense"),
            Map.entry("outcome", "Both sides agree on how to go on"));

    private final Step step;
    private final Story story;
    private final Cast cast;
    private final Story.Later later;

    Samples(Step step, Story story, Cast cast, Story.Later later) {
        this.step = step;
        this.story = story;
        this.cast = cast;
        this.later = later;
    }

    /**
     * What a field says that the row leaves out.
     *
     * @param mayMiss whether the field may be left out, too
     * @param said what the row says, and what was invented already
     * @return nothing if the field is best left out
     */
    @Nullable
    Object of(RecordComponent component, boolean mayMiss, Map<String, JsonNode> said) {
        String field = component.getName();
        if (component.getType() == Code.class) {
            return code(field);
        }
        if (component.getType() == AuthorityId.class) {
            return mayMiss ? null : addressee(field);
        }
        Object contents = ofContents(field, said);
        return contents != null ? contents : ofOthers(field, mayMiss, said);
    }

    /** What a request says; a draft that is amended says something new of its purpose only. */
    private @Nullable Object ofContents(String field, Map<String, JsonNode> said) {
        if (Family.of(step.aggregate()) == Family.SPONTANEOUS && step.command().equals("transmit")) {
            return ofMaterial(field);
        }
        if (!step.isCreation()) {
            return step.command().equals("amend-draft")
                            && field.equals("purpose")
                            && step.data().isEmpty()
                    ? TEXTS.get(field)
                    : null;
        }
        return switch (field) {
            case "bases" -> List.of("ets-185");
            case "items" -> draftItems(Map.of());
            case "persons" -> persons();
            case "identifiers" -> List.of(identifier());
            case "documents" -> List.of(document());
            case "facts" -> FACTS + " (" + step.aggregate() + ").";
            case "offence", "purpose", "provider", "nature" -> TEXTS.get(field);
            case "urgencyReason" ->
                isTrue(said, "urgent") || isTrue(said, "emergency") ? "The data will be deleted within hours" : null;
            case "necessity" -> "The provider deletes such data by routine, and no order can be had in time";
            case "intendedFollowUpBy" -> isNothing(said.get("linkedRequests")) ? day().plusDays(45) : null;
            case "letter" -> digest("letter of " + step.label());
            case "theirReference" -> "REF " + step.aggregate();
            case "dispatchedAt" -> step.at().minusSeconds(3 * 86_400);
            case "channel" -> "courier";
            default -> null;
        };
    }

    /** What is sent of spontaneous information, which an offer does not say. */
    private @Nullable Object ofMaterial(String field) {
        return switch (field) {
            case "reference" -> "REF " + step.aggregate();
            case "documents" -> List.of(document());
            case "persons" -> persons();
            default -> null;
        };
    }

    private static boolean isNothing(@Nullable JsonNode list) {
        return list == null || list.isEmpty();
    }

    private static boolean isTrue(Map<String, JsonNode> said, String flag) {
        JsonNode value = said.get(flag);
        return value != null && value.asBoolean(false);
    }

    private @Nullable Object ofOthers(String field, boolean mayMiss, Map<String, JsonNode> said) {
        return switch (field) {
            case "items" -> items();
            case "legalReceivedAt", "servedAt", "preservedFrom", "receivedAt", "filedAt" -> step.at();
            case "ownReference" -> "REF " + step.aggregate() + "/" + step.number();
            case "order" -> "Order " + step.number() + "/" + day().getYear();
            case "providerReference" -> "LEA-" + step.aggregate();
            case "expiresAt" -> endOfTerm();
            case "until" -> step.command().equals("request-extension") ? endOfTerm() : null;
            case "answerBy" -> answerBy();
            case "review" -> mayMiss && !outcomes(said).contains("postponed") ? null : day().plusDays(30);
            case "to" -> step.command().equals("reopen") ? "acknowledged" : null;
            case "person" -> person(mayMiss, said);
            case "action" -> "void";
            case "transfer" -> transfer();
            case "supersedes" -> story.lastTransfer();
            case "manifest" -> manifest(files(said));
            case "container" -> digest("container of " + step.label());
            case "seal" -> "Seal " + step.number();
            case "files" -> step.command().equals("report-evidence-discrepancy") ? List.of("0001") : null;
            case "questions" -> List.of("At what time, and in which time zone, was the address used?");
            case "rounds" -> story.openRounds();
            case "round" -> story.nextRound();
            case "answers" -> answers(said);
            case "complete", "secrecy" -> true;
            case "whole" -> !said.containsKey("items");
            case "conditions" ->
                step.command().equals("propose-conditions")
                        ? List.of("Use in the proceedings named in the request only")
                        : null;
            case "grounds" -> grounds(said);
            case "consultation" -> isNothing(said.get("grounds")) ? null : "It could not have changed the decision";
            case "missing" -> missing();
            case "open" -> List.copyOf(story.openItems());
            case "readers" -> List.of(cast.person(step.first()));
            case "document" -> document();
            case "providers" -> said.containsKey("withheld") ? null : List.of(provider());
            case "request" -> step.command().equals("link-to-request") ? cast.lastAssistance() : followedUp();
            case "reason" -> mayMiss ? null : "For the reasons that are in the file (" + step.command() + ")";
            case "remark" ->
                step.command().equals("approve") ? "Checked against the file by the officer on duty" : TEXTS.get(field);
            default -> TEXTS.get(field);
        };
    }

    private @Nullable Object code(String field) {
        if (!field.equals("outcome")) {
            return null;
        }
        if (step.command().equals("decide-follow-up")) {
            return "disclosed";
        }
        if (Family.of(step.aggregate()) == Family.SPONTANEOUS) {
            return "used";
        }
        return switch (story.status()) {
            case "refused", "withdrawn", "expired", "released", "not-preserved" -> story.status();
            case "partially-executed" -> "partially-executed";
            default -> "fully-executed";
        };
    }

    /** The office that a request is sent to if the row does not say: the usual one of the State that is asked. */
    private @Nullable Object addressee(String field) {
        if (!field.equals("to") || story.to().isEmpty()) {
            return null;
        }
        String office = Family.of(step.aggregate()) == Family.PRESERVATION ? "contact-point." : "central-authority.";
        return cast.authority(office + story.to().toLowerCase(Locale.ROOT));
    }

    /** In an assignment somebody of the own side, elsewhere the person whom the request is about. */
    private @Nullable Object person(boolean mayMiss, Map<String, JsonNode> said) {
        return switch (step.command()) {
            case "assign", "unassign" -> said.containsKey("office") ? null : cast.person(step.first());
            default -> mayMiss ? null : "P1";
        };
    }

    private LocalDate day() {
        return day(step.at());
    }

    private static LocalDate day(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /** When the file says that it expires; else, and if it is extended before, some time after now or the end that there is. */
    private Instant endOfTerm() {
        Instant usual = story.endsAt().orElse(step.at()).plus(60, ChronoUnit.DAYS);
        if (later.when(step, next -> next.command().equals("extend")).isPresent()) {
            return usual;
        }
        return later.when(step, next -> next.isBySystem() && next.event().equals("PreservationExpired"))
                .orElse(usual);
    }

    /** Early enough for the file to say later that the day has passed. */
    private LocalDate answerBy() {
        LocalDate usual = day().plusDays(30);
        return later.when(step, next -> next.command().equals("lapse-information-deadline"))
                .map(lapse -> day(lapse).minusDays(1))
                .filter(usual::isAfter)
                .orElse(usual);
    }

    private @Nullable Object items() {
        return switch (step.command()) {
            case "conclude-line-item" -> {
                var outcomes = new LinkedHashMap<String, String>();
                story.openItems().forEach(item -> outcomes.put(item, "executed"));
                yield outcomes;
            }
            case "resume-remainder" -> List.copyOf(story.openItems());
            default -> null;
        };
    }

    /** The line items of a draft with those that are first named later. */
    Map<String, String> draftItems(Map<String, String> said) {
        var items = new LinkedHashMap<>(said);
        later.items().forEach(item -> items.putIfAbsent(item, "content"));
        if (items.isEmpty()) {
            items.put("L1", "content");
        }
        return items;
    }

    /** The persons whom a draft has to name because the file does so later. */
    List<Map<String, Object>> laterPersons() {
        return later.persons().stream().map(this::person).toList();
    }

    private List<Map<String, Object>> persons() {
        List<Map<String, Object>> persons = laterPersons();
        return persons.isEmpty() ? List.of(person("P1")) : persons;
    }

    private Map<String, Object> person(String ref) {
        return Map.of("ref", ref, "role", "suspect", "name", NAME, "details", "Account holder in " + step.aggregate());
    }

    private Map<String, Object> identifier() {
        return Map.of(
                "ipv4",
                "203.0.113." + (1 + Math.floorMod(step.aggregate().hashCode(), 250)),
                "port",
                50_000,
                "at",
                step.at().minusSeconds(86_400).toString());
    }

    Map<String, Object> document() {
        return Map.of(
                "title",
                "Document of " + step.label(),
                "digest",
                digest("document of " + step.label()),
                "language",
                "en",
                "mediaType",
                "application/pdf");
    }

    private static Map<String, Object> provider() {
        return Map.of("name", "Relay Sample Networks", "state", "JP");
    }

    private String transfer() {
        return step.command().equals("confirm-evidence-receipt")
                        || step.command().startsWith("report-evidence")
                ? story.lastTransfer()
                : "X-" + (story.transfers().size() + 1);
    }

    /** A transfer that supersedes another has as many files, if nothing else is said. */
    private int files(Map<String, JsonNode> said) {
        JsonNode superseded = said.get("supersedes");
        return superseded == null ? 3 : story.transfers().getOrDefault(superseded.asString(), 3);
    }

    /** A manifest of so many files: numbers, sizes, digests. */
    List<Map<String, Object>> manifest(int files) {
        List<Map<String, Object>> manifest = new ArrayList<>();
        for (int number = 1; number <= files; number++) {
            String file = "%04d".formatted(number);
            manifest.add(Map.of(
                    "file", file, "size", 4096L * number, "digests", List.of(digest(step.aggregate() + "/" + file))));
        }
        return manifest;
    }

    private static Map<String, String> answers(Map<String, JsonNode> said) {
        var answers = new LinkedHashMap<String, String>();
        JsonNode rounds = said.get("rounds");
        if (rounds != null) {
            rounds.values()
                    .forEach(round -> answers.put(round.asString(), "At 14:05:12 with offset +02:00; see extract"));
        }
        return answers;
    }

    private @Nullable Object grounds(Map<String, JsonNode> said) {
        return switch (step.command()) {
            case "refuse" -> ground(Grounds.Use.REFUSAL);
            case "postpone" -> ground(Grounds.Use.POSTPONEMENT);
            case "conclude-line-item" -> {
                List<String> outcomes = outcomes(said);
                yield outcomes.contains("refused")
                        ? ground(Grounds.Use.REFUSAL)
                        : outcomes.contains("postponed") ? ground(Grounds.Use.POSTPONEMENT) : null;
            }
            default -> null;
        };
    }

    private static List<String> outcomes(Map<String, JsonNode> said) {
        JsonNode items = said.get("items");
        return items == null
                ? List.of()
                : items.values().stream().map(JsonNode::asString).toList();
    }

    private List<String> ground(Grounds.Use use) {
        return Grounds.open(bases(), use, Family.of(step.aggregate()).kind()).stream()
                .filter(ground -> ground.consultation() != Ground.Consultation.OWED)
                .limit(1)
                .map(ground -> ground.code().value())
                .toList();
    }

    private List<String> missing() {
        RequestKind kind =
                Family.of(step.aggregate()) == Family.PRESERVATION ? RequestKind.PRESERVATION : RequestKind.MLA_GENERAL;
        return Checklist.items(bases(), Set.of(kind)).stream()
                .limit(1)
                .map(item -> item.code().value())
                .toList();
    }

    private List<InstrumentId> bases() {
        return story.bases().stream().map(InstrumentId::new).toList();
    }

    /** The linked request that is decided, or else the last one that was linked. */
    private @Nullable Object followedUp() {
        List<String> requests = story.requests();
        if (requests.isEmpty()) {
            return null;
        }
        String decided = requests.stream()
                .filter(name -> !List.of("draft", "approved", "transmitted", "acknowledged")
                        .contains(cast.story(name).status()))
                .findFirst()
                .orElse(requests.getLast());
        return cast.request(decided);
    }

    static String digest(String text) {
        try {
            return "sha-256:"
                    + HexFormat.of()
                            .formatHex(
                                    MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("SHA-256 is not available", e);
        }
    }
}
