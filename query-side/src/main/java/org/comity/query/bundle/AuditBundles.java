package org.comity.query.bundle;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.Digest;
import org.comity.api.Id;
import org.comity.api.Refused;
import org.comity.law.Tables;
import org.comity.log.ledger.Bundle;
import org.comity.log.ledger.BundleFiles;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Tree;
import org.comity.log.ledger.VerifierKey;
import org.comity.log.names.Json;
import org.comity.log.names.Origin;
import org.comity.log.store.EventLog;
import org.comity.log.store.StoredEvent;
import org.comity.log.transparency.TransparencyLog;
import org.comity.query.page.Entry;
import org.comity.query.page.Sheet;
import org.comity.query.web.Wording;
import org.springframework.stereotype.Component;

/** Makes the audit bundle of one request of any kind. Whether the reader may draw it must have been checked. */
@Component
public final class AuditBundles {
    private static final String PAGE = "audit.html";

    private final EventLog log;
    private final TransparencyLog transparency;
    private final BundlePage page = new BundlePage();
    private final Lock drawing = new ReentrantLock();

    public AuditBundles(EventLog log, TransparencyLog transparency) {
        this.log = log;
        this.transparency = transparency;
    }

    /**
     * The bundle as a ZIP file.
     *
     * @param sheet of the request as its reader may see it; its history tells which events are for the reader's eyes
     * @throws Refused if the request is larger than a bundle can be
     */
    public byte[] draw(Id request, Sheet sheet, Wording words) {
        if (log.bytes(request.value().toString()) > BundleFiles.LARGEST_EVENTS) {
            throw Refused.unacceptable(
                            "audit-bundle.too-large",
                            "id",
                            "The events of this request have more than %d MB, the most that a bundle holds; the log itself proves them."
                                    .formatted(BundleFiles.LARGEST_EVENTS >> 20))
                    .from("practice");
        }
        // one after the other: the memory for several large ones is not there
        drawing.lock();
        try {
            return zip(request, sheet, words);
        } finally {
            drawing.unlock();
        }
    }

    private byte[] zip(Id request, Sheet sheet, Wording words) {
        Set<UUID> shown = sheet.history().stream().map(Entry::id).collect(Collectors.toSet());
        Bundle bundle = bundle(request, shown);
        String html = page.of(bundle, sheet, words);
        var zip = new ByteArrayOutputStream();
        BundleFiles.write(bundle, Map.of(PAGE, html.getBytes(StandardCharsets.UTF_8)), zip);
        return zip.toByteArray();
    }

    private Bundle bundle(Id request, Set<UUID> shown) {
        List<StoredEvent> stored = log.storedEvents(request.value().toString(), 0);
        SignedNote note = note(stored.getLast().envelope().position());
        Tree tree = transparency.tree(Checkpoint.parse(note.text()).size());
        var items = new ArrayList<Bundle.Item>();
        for (StoredEvent event : stored) {
            var envelope = event.envelope();
            boolean seen = shown.contains(envelope.eventId());
            items.add(new Bundle.Item(
                    envelope.position(),
                    envelope.sequence(),
                    seen ? Base64.getEncoder().encodeToString(envelope.bytes()) : null,
                    seen ? null : envelope.leaf(),
                    tree.inclusion(envelope.position()).path()));
        }
        List<String> keys = Stream.concat(Stream.of(transparency.verifier()), transparency.witnesses().stream())
                .map(VerifierKey::toString)
                .toList();
        return new Bundle(request.value().toString(), stored.size(), note.toString(), keys, items, law(stored));
    }

    /** The last checkpoint that witnesses have seen, if it holds the whole history; else one of now. */
    private SignedNote note(long lastPosition) {
        transparency.confirm();
        return transparency
                .lastCosigned(lastPosition)
                .filter(note -> note.signatures().stream()
                        .anyMatch(signature -> transparency.verifier().claims(signature)))
                .orElseGet(transparency::checkpoint);
    }

    /** The sets of tables that the events name, as far as this release has them. */
    private static Map<String, SortedMap<String, String>> law(List<StoredEvent> stored) {
        var law = new TreeMap<String, SortedMap<String, String>>();
        for (StoredEvent event : stored) {
            String named =
                    Origin.read(Json.readTexts(event.envelope().metadata())).law();
            if (named != null && !law.containsKey(named)) {
                Optional<Tables> tables = Tables.of(new Digest(named));
                tables.ifPresent(set -> law.put(
                        named, new TreeMap<>(set.names().stream().collect(Collectors.toMap(name -> name, set::text)))));
            }
        }
        return law;
    }
}
