package org.comity.verifier;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.Envelope;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;
import org.comity.log.ledger.Unreadable;
import org.jspecify.annotations.Nullable;

/** A log over HTTP, up to the checkpoint that it serves when the reading begins. */
final class HttpLog implements LogSource {
    private static final int OK = 200;
    private static final int NOT_FOUND = 404;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final String url;
    private final String authorization;
    private final SignedNote newest;
    private final long size;
    private @Nullable Tile latest;

    /**
     * @param url of the node, without {@code /log}
     * @param authorization header of the login
     */
    HttpLog(String url, String authorization) {
        this.url = url.replaceFirst("/+$", "");
        this.authorization = authorization;
        this.newest = SignedNote.parse(text("/log/checkpoint"));
        this.size = Checkpoint.parse(newest.text()).size();
    }

    @Override
    public List<SignedNote> checkpoints() {
        var notes = new ArrayList<SignedNote>();
        long after = -1;
        while (true) {
            String page = text("/log/checkpoints" + (after < 0 ? "" : "?after=" + after));
            if (page.isEmpty() || after >= size) {
                // whatever the list says: the one that came first says what this log claims to be
                notes.add(newest);
                return notes;
            }
            for (String line : page.lines().toList()) {
                after = above(after, line);
                if (after < size) {
                    notes.add(SignedNote.parse(text("/log/checkpoint/" + after)));
                }
            }
        }
    }

    /** A list that does not rise would have no end. */
    private static long above(long last, String line) {
        try {
            long size = Long.parseLong(line);
            if (size > last) {
                return size;
            }
        } catch (NumberFormatException e) {
            // falls through to the one sentence
        }
        throw new Unverifiable("the log does not list its checkpoints by rising size");
    }

    @Override
    public Optional<Tile> tile(TileAddress address) {
        // the leaves are asked for twice: to stand beside their events, and once more as a tile
        if (latest != null && latest.address().equals(address)) {
            return Optional.of(latest);
        }
        HttpResponse<byte[]> answer = get("/log/tile/" + address.path());
        if (answer.statusCode() == NOT_FOUND) {
            return Optional.empty();
        }
        latest = Tile.of(address, body("/log/tile/" + address.path(), answer));
        return Optional.of(latest);
    }

    @Override
    public void read(Reader reader) {
        for (long first = 0; first < size; first += TileAddress.FULL) {
            TileAddress address = TileAddress.in(size, 0, first / TileAddress.FULL);
            String path = "/log/tile/events/" + address.suffix();
            var bundle = ByteBuffer.wrap(body(path, get(path)));
            List<Hash> leaves = tile(address)
                    .orElseThrow(() -> new Unverifiable("the log does not serve its tile " + address))
                    .hashes();
            for (int i = 0; i < address.width(); i++) {
                event(reader, first + i, bundle, leaves.get(i));
            }
        }
    }

    private static void event(Reader reader, long position, ByteBuffer bundle, Hash leaf) {
        int length = bundle.remaining() < Integer.BYTES ? -1 : bundle.getInt();
        if (length < 0 || length > bundle.remaining()) {
            bundle.position(bundle.limit());
            reader.unreadable(position, "its bundle ends before it");
            return;
        }
        byte[] bytes = new byte[length];
        bundle.get(bytes);
        try {
            reader.event(new StoredEntry(position, Envelope.of(bytes)), leaf);
        } catch (Unreadable e) {
            reader.unreadable(position, e.getMessage() == null ? "it cannot be read" : e.getMessage());
        }
    }

    private String text(String path) {
        return new String(body(path, get(path)), StandardCharsets.UTF_8);
    }

    private static byte[] body(String path, HttpResponse<byte[]> answer) {
        if (answer.statusCode() != OK) {
            throw new Unverifiable("the log answers " + answer.statusCode() + " at " + path
                    + (answer.statusCode() == NOT_FOUND ? "; is the login one of an auditor?" : ""));
        }
        return answer.body();
    }

    private HttpResponse<byte[]> get(String path) {
        var request = HttpRequest.newBuilder(URI.create(url + path))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", authorization)
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new Unverifiable("the log at " + url + " cannot be reached: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Unverifiable("interrupted", e);
        }
    }

    @Override
    public void close() {
        http.close();
    }
}
