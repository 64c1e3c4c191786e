package org.comity.query.bundle;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.comity.log.ledger.Bundle;
import org.comity.log.ledger.Envelope;
import org.comity.log.ledger.Hash;
import org.comity.log.names.Json;
import org.comity.query.page.Entry;
import org.comity.query.page.Said;
import org.comity.query.page.Sheet;
import org.comity.query.web.Languages;
import org.comity.query.web.Wording;
import org.jspecify.annotations.Nullable;

/** Writes the one page of a bundle that shows and verifies it, in the language of who draws the bundle. */
final class BundlePage {
    private static final Pattern PLACE = Pattern.compile("\\{([a-z.-]+)}");

    /** Texts that the page needs only when it has verified. */
    private static final List<String> WORDS = List.of(
            "unable",
            "unable.why",
            "whole",
            "whole.what",
            "broken",
            "at",
            "at.unreadable",
            "log",
            "size",
            "root",
            "signed.log",
            "signed.witness",
            "signed.at",
            "withheld",
            "withheld.why",
            "unreadable",
            "place",
            "recorded",
            "other-law",
            "claimed",
            "bytes",
            "name",
            "id",
            "leaf",
            "metadata",
            "payload");

    private static final List<String> FAULTS = List.of(
            "checkpoint",
            "signature",
            "unsigned",
            "law",
            "count",
            "form",
            "not-in-tree",
            "stream",
            "order",
            "sequence",
            "time");

    private final String template = read("page.html");
    private final String css = read("page.css");
    private final String ledger = read("ledger.js");
    private final String script = read("page.js");

    String of(Bundle bundle, Sheet sheet, Wording words) {
        var values = new HashMap<String, String>();
        String reference = String.valueOf(sheet.view().get("reference"));
        values.put("language", words.locale().toLanguageTag());
        values.put("direction", Languages.isWrittenToTheLeft(words.locale()) ? "rtl" : "ltr");
        values.put("scripts", hash(ledger) + " " + hash(script));
        values.put("styles", hash(css));
        values.put("css", css);
        values.put("ledger", ledger);
        values.put("page", script);
        values.put("reference", escaped(reference));
        values.put("title", escaped(words.text("bundle.heading") + " " + reference));
        values.put("made", escaped(words.text("bundle.made", words.moment(sheet.now()))));
        // within a script element nothing but its end tag ends the text
        values.put(
                "data",
                Json.MAPPER.writeValueAsString(data(bundle, sheet, words)).replace("<", "\\u003c"));
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(
                        values.computeIfAbsent(place.group(1), key -> escaped(words.text("bundle." + key)))));
    }

    private static Map<String, Object> data(Bundle bundle, Sheet sheet, Wording words) {
        var data = new LinkedHashMap<String, Object>();
        data.put("format", "comity-audit-bundle/1");
        data.put("stream", bundle.stream());
        data.put("count", bundle.count());
        data.put("checkpoint", bundle.checkpoint());
        data.put("keys", bundle.keys());
        data.put("events", bundle.items().stream().map(BundlePage::item).toList());
        data.put(
                "law",
                bundle.law().entrySet().stream()
                        .map(set -> Map.of(
                                "digest",
                                set.getKey(),
                                "tables",
                                set.getValue().entrySet().stream()
                                        .map(table -> Map.of("name", table.getKey(), "text", table.getValue()))
                                        .toList()))
                        .toList());
        data.put("claims", Map.of("events", claims(sheet, words), "state", state(sheet, words)));
        data.put("words", words(bundle, words));
        return data;
    }

    private static Map<String, Object> item(Bundle.Item item) {
        var event = new LinkedHashMap<String, Object>();
        if (item.envelope() != null) {
            event.put("envelope", item.envelope());
        } else if (item.leaf() != null) {
            event.put("position", item.position());
            event.put("sequence", item.sequence());
            event.put("leaf", item.leaf().base64());
        }
        event.put("proof", item.path().stream().map(Hash::base64).toList());
        return event;
    }

    /** What the server says of each event, by the event's id. */
    private static Map<String, Object> claims(Sheet sheet, Wording words) {
        return sheet.history().stream()
                .collect(Collectors.toMap(entry -> entry.id().toString(), entry -> claim(entry, words)));
    }

    private static List<Map<String, Object>> claim(Entry entry, Wording words) {
        var lines = new ArrayList<Map<String, Object>>();
        line(lines, words.text("bundle.by"), entry.by(), entry.role(), entry.person());
        line(lines, words.text("bundle.for"), entry.forWhom());
        line(lines, words.text("history.proposer"), entry.proposer());
        line(lines, words.text("history.occurred"), words.moment(entry.occurredAt()) + " UTC");
        line(lines, words.text("history.reason"), entry.reason());
        line(lines, words.text("bundle.amended"), entry.amended());
        entry.said().forEach(said -> said(lines, said, ""));
        return lines;
    }

    private static List<Map<String, Object>> state(Sheet sheet, Wording words) {
        var lines = new ArrayList<Map<String, Object>>();
        line(
                lines,
                words.text("bundle.status"),
                words.code("status", sheet.view().get("status")));
        if (sheet.view().get("flags") instanceof List<?> flags) {
            line(
                    lines,
                    words.text("bundle.flags"),
                    flags.stream().map(flag -> words.code("flag", flag)).toArray(String[]::new));
        }
        sheet.contents().forEach(said -> said(lines, said, ""));
        return lines;
    }

    private static void said(List<Map<String, Object>> lines, Said said, String within) {
        String label = within + said.label();
        line(lines, label, said.lines().toArray(String[]::new));
        said.groups().forEach(group -> group.forEach(one -> said(lines, one, label + " · ")));
    }

    private static void line(List<Map<String, Object>> lines, String label, @Nullable String... texts) {
        var said = new ArrayList<String>();
        for (String text : texts) {
            if (text != null && !text.isEmpty()) {
                said.add(text);
            }
        }
        if (!said.isEmpty()) {
            lines.add(Map.of("label", label, "texts", said));
        }
    }

    private static Map<String, String> words(Bundle bundle, Wording words) {
        var all = new LinkedHashMap<String, String>();
        WORDS.forEach(key -> all.put(key, words.text("bundle." + key, "{0}", "{1}")));
        FAULTS.forEach(key -> all.put("fault." + key, words.text("bundle.fault." + key)));
        for (Bundle.Item item : bundle.items()) {
            if (item.envelope() != null) {
                byte[] bytes = Base64.getDecoder().decode(item.envelope());
                String name = Envelope.of(bytes).name();
                String event = name.substring(name.indexOf('.') + 1);
                all.put("event." + event, words.event(event));
            }
        }
        return all;
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }

    private static String hash(String script) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
            return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static String read(String name) {
        try (var in = BundlePage.class.getResourceAsStream("/bundle/" + name)) {
            if (in == null) {
                throw new IllegalStateException("the page of the audit bundle is not on the class path: " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
