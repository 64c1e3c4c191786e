package org.comity.query.ledger;

import io.swagger.v3.oas.annotations.Hidden;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.comity.api.Login;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;
import org.comity.log.ledger.Unreadable;
import org.comity.log.transparency.LogContradicted;
import org.comity.log.transparency.TransparencyLog;
import org.comity.query.web.JsonResource;
import org.comity.query.web.Parameters;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;

/** The files of the log, at the paths where C2SP {@code tlog-tiles} has them. They are described in FORMAT.md. */
@Hidden
@JsonResource
class LogFiles {
    private static final Logger LOG = LoggerFactory.getLogger(LogFiles.class);
    private static final MediaType TEXT = new MediaType(MediaType.TEXT_PLAIN, StandardCharsets.UTF_8);

    /** What stands in a tile never changes, however the log grows. */
    private static final CacheControl FOR_EVER =
            CacheControl.maxAge(Duration.ofDays(365)).cachePrivate().immutable();

    private static final CacheControl NEVER = CacheControl.noCache().cachePrivate();
    private static final int SIZES = 1_000;

    private final TransparencyLog log;

    LogFiles(TransparencyLog log) {
        this.log = log;
    }

    @GetMapping("/log/checkpoint")
    ResponseEntity<byte[]> checkpoint(@AuthenticationPrincipal @Nullable Login login) {
        LogReaders.admit(login);
        return text(log.checkpoint().toString(), NEVER);
    }

    /** Its cosignatures may still become more. */
    @GetMapping("/log/checkpoint/{size}")
    ResponseEntity<byte[]> checkpoint(@PathVariable String size, @AuthenticationPrincipal @Nullable Login login) {
        LogReaders.admit(login);
        return number(size)
                .flatMap(log::checkpoint)
                .map(SignedNote::toString)
                .map(note -> text(note, NEVER))
                .orElseThrow(LogReaders::nothing);
    }

    @GetMapping("/log/checkpoints")
    ResponseEntity<byte[]> checkpoints(
            @RequestParam(required = false) @Nullable String after, @AuthenticationPrincipal @Nullable Login login) {
        LogReaders.admit(login);
        long above = Parameters.whole("after", after, -1, 0);
        return text(
                log.signedSizes(above, SIZES).stream().map(size -> size + "\n").collect(Collectors.joining()), NEVER);
    }

    @GetMapping("/log/tile/{level:[0-9]+}/{*rest}")
    ResponseEntity<byte[]> tile(
            @PathVariable String level, @PathVariable String rest, @AuthenticationPrincipal @Nullable Login login) {
        LogReaders.admit(login);
        return bytes(level + rest, address -> log.tile(address).map(Tile::bytes));
    }

    @GetMapping("/log/tile/entries/{*rest}")
    ResponseEntity<byte[]> entries(@PathVariable String rest, @AuthenticationPrincipal @Nullable Login login) {
        LogReaders.admitToEvents(login);
        return bytes("0" + rest, log::entries);
    }

    @GetMapping("/log/tile/events/{*rest}")
    ResponseEntity<byte[]> events(@PathVariable String rest, @AuthenticationPrincipal @Nullable Login login) {
        LogReaders.admitToEvents(login);
        return bytes("0" + rest, log::events);
    }

    private static ResponseEntity<byte[]> bytes(String path, Function<TileAddress, Optional<byte[]>> source) {
        return address(path)
                .flatMap(source)
                .map(bytes -> ResponseEntity.ok()
                        .contentType(MediaType.APPLICATION_OCTET_STREAM)
                        .cacheControl(FOR_EVER)
                        .body(bytes))
                .orElseThrow(LogReaders::nothing);
    }

    private static ResponseEntity<byte[]> text(String text, CacheControl cache) {
        return ResponseEntity.ok().contentType(TEXT).cacheControl(cache).body(text.getBytes(StandardCharsets.UTF_8));
    }

    private static Optional<TileAddress> address(String path) {
        try {
            return Optional.of(TileAddress.parse(path));
        } catch (Unreadable e) {
            return Optional.empty();
        }
    }

    private static Optional<Long> number(String text) {
        return text.matches("0|[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
    }

    /** An alarm for the operator; the auditor is told that there is no checkpoint and why. */
    @ExceptionHandler
    ResponseEntity<byte[]> contradicted(LogContradicted e) {
        LOG.error("no checkpoint is signed: {}", e.getMessage());
        return ResponseEntity.status(HttpStatus.CONFLICT)
                .contentType(TEXT)
                .cacheControl(CacheControl.noStore())
                .body((e.getMessage() + "\n").getBytes(StandardCharsets.UTF_8));
    }
}
