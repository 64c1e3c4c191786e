package org.comity.law.lifecycle;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.comity.api.InOrder;
import org.comity.api.LineItemId;
import org.comity.api.mla.ManifestEntry;
import org.comity.api.mla.TransferId;
import org.jspecify.annotations.Nullable;

/** The hand-overs of a request. Each is confirmed by itself; a disputed one never, only the one that supersedes it. */
public record Transfers(Map<TransferId, Transfers.Transfer> all) {
    public static final Transfers NONE = new Transfers(Map.of());

    /** What became of a transfer. */
    public enum State {
        /** Handed over, not confirmed. */
        OPEN,
        CONFIRMED,
        /** In quarantine: files differ from the manifest. */
        DISPUTED,
        /** In quarantine for good: another transfer took its place. */
        SUPERSEDED
    }

    /**
     * One of them.
     *
     * @param supersedes the disputed transfer whose place it takes
     * @param late true if it came after closing
     */
    public record Transfer(
            TransferId id,
            List<LineItemId> items,
            List<ManifestEntry> manifest,
            @Nullable TransferId supersedes,
            boolean late,
            State state) {
        public Transfer {
            items = List.copyOf(items);
            manifest = List.copyOf(manifest);
        }

        Transfer in(State changed) {
            return new Transfer(id, items, manifest, supersedes, late, changed);
        }
    }

    public Transfers {
        all = InOrder.copyOf(all);
    }

    public Optional<Transfer> find(TransferId id) {
        return Optional.ofNullable(all.get(id));
    }

    /** True while a dispute is not settled: until the transfer that supersedes the disputed one is confirmed. */
    public boolean disputed() {
        return all.values().stream()
                .anyMatch(transfer -> transfer.state() == State.DISPUTED
                        || (transfer.state() == State.OPEN && transfer.supersedes() != null));
    }

    /** True if every transfer that is not superseded is confirmed. */
    public boolean allConfirmed() {
        return all.values().stream()
                .allMatch(transfer -> transfer.state() == State.CONFIRMED || transfer.state() == State.SUPERSEDED);
    }

    public Transfers handedOver(TransferId id, List<LineItemId> items, List<ManifestEntry> manifest) {
        return with(new Transfer(id, items, manifest, null, false, State.OPEN));
    }

    public Transfers late(TransferId id, List<ManifestEntry> manifest) {
        return with(new Transfer(id, List.of(), manifest, null, true, State.OPEN));
    }

    public Transfers superseded(TransferId disputed, TransferId by, List<ManifestEntry> manifest) {
        List<LineItemId> items = find(disputed).map(Transfer::items).orElse(List.of());
        return in(disputed, State.SUPERSEDED).with(new Transfer(by, items, manifest, disputed, false, State.OPEN));
    }

    public Transfers confirmed(TransferId id) {
        return in(id, State.CONFIRMED);
    }

    public Transfers disputed(TransferId id) {
        return in(id, State.DISPUTED);
    }

    private Transfers in(TransferId id, State state) {
        return find(id).map(transfer -> with(transfer.in(state))).orElse(this);
    }

    private Transfers with(Transfer transfer) {
        var changed = new LinkedHashMap<>(all);
        changed.put(transfer.id(), transfer);
        return new Transfers(changed);
    }
}
