package org.comity.query.web;

import java.text.Collator;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.comity.api.Kebab;
import org.comity.api.Label;
import org.comity.api.StateCode;
import org.comity.api.directory.LanguageTag;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;

/** The words of one language: for statuses, commands, fields, States and moments. */
public final class Wording {
    private static final Map<String, String> TONES = Map.ofEntries(
            Map.entry("draft", "early"),
            Map.entry("listed", "early"),
            Map.entry("connected", "good"),
            Map.entry("retired", "over"),
            Map.entry("approved", "early"),
            Map.entry("offered", "early"),
            Map.entry("conditions-accepted", "moving"),
            Map.entry("conditions-declined", "stopped"),
            Map.entry("received", "good"),
            Map.entry("transmitted", "moving"),
            Map.entry("acknowledged", "moving"),
            Map.entry("accepted", "moving"),
            Map.entry("in-execution", "moving"),
            Map.entry("ordered", "moving"),
            Map.entry("misdirected", "stopped"),
            Map.entry("returned-incomplete", "stopped"),
            Map.entry("information-requested", "stopped"),
            Map.entry("under-consultation", "stopped"),
            Map.entry("postponed", "stopped"),
            Map.entry("risk-warned", "stopped"),
            Map.entry("partially-executed", "partly"),
            Map.entry("executed", "good"),
            Map.entry("evidence-transmitted", "good"),
            Map.entry("receipt-confirmed", "good"),
            Map.entry("preserved", "good"),
            Map.entry("held-pending-mla", "good"),
            Map.entry("refused", "bad"),
            Map.entry("expired", "bad"),
            Map.entry("not-preserved", "bad"),
            Map.entry("outcome-open", "early"),
            Map.entry("outcome-executed", "good"),
            Map.entry("outcome-nil-result", "good"),
            Map.entry("outcome-refused", "bad"),
            Map.entry("outcome-impossible", "bad"),
            Map.entry("outcome-postponed", "stopped"),
            Map.entry("transfer-open", "stopped"),
            Map.entry("transfer-confirmed", "good"),
            Map.entry("transfer-disputed", "bad"),
            Map.entry("round-open", "stopped"),
            Map.entry("round-answered", "good"),
            Map.entry("condition-binding", "good"),
            Map.entry("condition-proposed", "stopped"));

    private final MessageSource texts;
    private final Locale locale;

    public Wording(MessageSource texts, Locale locale) {
        this.texts = texts;
        this.locale = locale;
    }

    public Locale locale() {
        return locale;
    }

    /** The text of a key; a key without a text is a mistake in this program. */
    public String text(String key, Object... arguments) {
        return texts.getMessage(key, arguments, locale);
    }

    /** The text of the first key that has one. */
    public @Nullable String first(String... keys) {
        for (String key : keys) {
            String text = texts.getMessage(key, null, null, locale);
            if (text != null) {
                return text;
            }
        }
        return null;
    }

    /** The word for a code of an open vocabulary; the code itself if it is not one of the usual ones. */
    public String code(String vocabulary, @Nullable Object code) {
        if (code == null) {
            return "";
        }
        String word = first(vocabulary + "." + code);
        return word == null ? code.toString() : word;
    }

    /** The word for a constant of the language, such as a status or an outcome. */
    public String constant(String vocabulary, Enum<?> constant) {
        return text(vocabulary + "." + Kebab.of(constant));
    }

    /** What an event is called, such as {@code ReceiptAcknowledged}. */
    public String event(String name) {
        return text("event." + name.replaceAll("(?<=[a-z0-9])(?=[A-Z])", "-").toLowerCase(Locale.ROOT));
    }

    /** The label of a field, as it is called in this command or event if it has a name of its own there. */
    public String field(String command, String name) {
        String label = first("field." + command + "." + name, "field." + name);
        return label == null ? name : label;
    }

    /** Shape and color of a status: colors alone say nothing to many readers. */
    public String tone(String status) {
        return TONES.getOrDefault(status, "over");
    }

    public String state(StateCode state) {
        return Locale.of("", state.value()).getDisplayCountry(locale);
    }

    public String state(String code) {
        return state(new StateCode(code));
    }

    /** The name of an office in this language, else the one by which it is listed. */
    public String name(Label name, Map<LanguageTag, Label> names) {
        return names.entrySet().stream()
                .filter(one -> Locale.forLanguageTag(one.getKey().value())
                        .getLanguage()
                        .equals(locale.getLanguage()))
                .map(one -> one.getValue().value())
                .findFirst()
                .orElse(name.value());
    }

    public String weekday(DayOfWeek day) {
        return day.getDisplayName(TextStyle.FULL_STANDALONE, locale);
    }

    /** The name of a language in this one. */
    public String language(String tag) {
        return Locale.forLanguageTag(tag).getDisplayName(locale);
    }

    /** The tags of all languages of ISO 639-1 in the order of their names in this language. */
    public List<String> languages() {
        Collator order = Collator.getInstance(locale);
        return Arrays.stream(Locale.getISOLanguages())
                .sorted(Comparator.comparing(this::language, order::compare))
                .toList();
    }

    /** A time of day, as clocks in this language show it. */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    /** The same, as JSON writes it. */
    public String time(String iso) {
        return time(LocalTime.parse(iso));
    }

    /** What a clock on a wall says. */
    public String there(LocalDateTime moment) {
        return weekday(moment.getDayOfWeek()) + " " + time(moment.toLocalTime());
    }

    /** A constant as it stands in addresses. */
    public String kebab(Enum<?> constant) {
        return Kebab.of(constant);
    }

    /** A personal value that was opened, or the word for one that was erased or is restricted. */
    public String opened(@Nullable Object value) {
        if (value instanceof String text) {
            return text;
        }
        return text(
                value instanceof Map<?, ?> map && map.containsKey("restricted") ? "value.restricted" : "value.erased");
    }

    /** True if what stands in the place of a personal value says why it is not shown. */
    public static boolean isWithheld(Map<?, ?> value) {
        return value.containsKey("erased") || value.containsKey("restricted");
    }

    /** Every State in the order of its name in this language. */
    public List<StateCode> states() {
        Collator order = Collator.getInstance(locale);
        return StateCode.ALL.stream()
                .map(StateCode::new)
                .sorted(Comparator.comparing(this::state, order::compare))
                .toList();
    }

    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atOffset(ZoneOffset.UTC));
    }

    /** A moment or a day as JSON writes it. */
    public String when(String iso) {
        return iso.contains("T") ? moment(OffsetDateTime.parse(iso).toInstant()) : day(LocalDate.parse(iso));
    }

    public String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                .withLocale(locale)
                .format(day);
    }

    public String day(Instant at) {
        return day(LocalDate.ofInstant(at, ZoneOffset.UTC));
    }

    /** The last day on which something can be done that is too late from an instant on. */
    public String dueDay(Instant tooLate) {
        return day(tooLate.minusNanos(1));
    }

    public boolean isPast(Instant now, String due) {
        return OffsetDateTime.parse(due).toInstant().isBefore(now);
    }

    public String left(Instant now, String due) {
        return left(now, OffsetDateTime.parse(due).toInstant());
    }

    /** How long is left, as far as a person needs it: overdue, today, or the number of days. */
    public String left(Instant now, Instant due) {
        if (due.isBefore(now)) {
            return text("board.overdue");
        }
        long days = Duration.between(now, due).toDays();
        return days == 0 ? text("board.today") : text("board.days", days);
    }
}
