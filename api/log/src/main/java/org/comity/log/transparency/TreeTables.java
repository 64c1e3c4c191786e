package org.comity.log.transparency;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.NoteSignature;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;
import org.comity.log.store.LogUnavailable;

/** The SQL of what is kept beside the log. Every insert is of something that is never another, so a repeat changes nothing. */
final class TreeTables {
    /** How many tiles are made before they are kept, so that memory and transactions stay small. */
    static final int TILES_AT_ONCE = 64;

    private final DataSource source;

    TreeTables(DataSource source) {
        this.source = source;
    }

    /** A root that was recorded to be signed. */
    record Recorded(long size, Hash root) {}

    private interface Reading<T> {
        T read(ResultSet row) throws SQLException;
    }

    /** The name of the log: the one recorded, else this one from now on. */
    String origin(String otherwise) {
        update("insert into log.identity (origin) values (?) on conflict do nothing", otherwise);
        return rows("select origin from log.identity", row -> row.getString(1)).getFirst();
    }

    /** Stored leaves side by side. */
    List<Hash> leaves(long from, int count) {
        return rows(
                "select leaf from log.event where position >= ? and position < ? order by position",
                row -> Hash.of(row.getBytes(1)),
                from,
                from + count);
    }

    /** The roots of full tiles side by side, as far as they are kept. */
    List<Hash> roots(int level, long from, int count) {
        return rows(
                "select root from log.tile where level = ? and index >= ? and index < ? order by index",
                row -> Hash.of(row.getBytes(1)),
                level,
                from,
                from + count);
    }

    Optional<Tile> tile(TileAddress address) {
        return rows(
                        "select hashes from log.tile where level = ? and index = ?",
                        row -> Tile.of(address, row.getBytes(1)),
                        address.level(),
                        address.index())
                .stream()
                .findFirst();
    }

    /** The index of the first tile of a level that is not kept yet; they are made in order. */
    long nextTile(int level) {
        return rows("select coalesce(max(index) + 1, 0) from log.tile where level = ?", row -> row.getLong(1), level)
                .getFirst();
    }

    /** Keeps full tiles; one that another node has kept meanwhile is the same. */
    void keep(List<Tile> tiles) {
        try (Connection connection = open();
                PreparedStatement insert = connection.prepareStatement(
                        "insert into log.tile (level, index, hashes, root) values (?, ?, ?, ?) on conflict do nothing")) {
            connection.setAutoCommit(false);
            for (Tile tile : tiles) {
                insert.setInt(1, tile.address().level());
                insert.setLong(2, tile.address().index());
                insert.setBytes(3, tile.bytes());
                insert.setBytes(4, tile.root().bytes());
                insert.addBatch();
            }
            insert.executeBatch();
            connection.commit();
        } catch (SQLException e) {
            throw new LogUnavailable(false, e);
        }
    }

    /** The root that is to be signed for a size: the one recorded first, by whichever node. */
    Hash root(long size, Hash otherwise) {
        update("insert into log.checkpoint (size, root) values (?, ?) on conflict do nothing", size, otherwise.bytes());
        return recorded(size).orElseThrow().root();
    }

    Optional<Recorded> recorded(long size) {
        return rows("select size, root from log.checkpoint where size = ?", TreeTables::recorded, size).stream()
                .findFirst();
    }

    Optional<Recorded> lastRecorded() {
        return rows("select size, root from log.checkpoint order by size desc limit 1", TreeTables::recorded).stream()
                .findFirst();
    }

    /** The largest size above one under which somebody else than the log has signed. */
    Optional<Long> lastCosigned(long above, String origin) {
        return rows(
                        "select size from log.signature where name <> ? and size > ? order by size desc limit 1",
                        row -> row.getLong(1),
                        origin,
                        above)
                .stream()
                .findFirst();
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(row.getLong(1), Hash.of(row.getBytes(2)));
    }

    /** The sizes above one for which a checkpoint was signed, rising. */
    List<Long> signedSizes(long above, int limit) {
        return rows(
                "select distinct size from log.signature where size > ? order by size limit ?",
                row -> row.getLong(1),
                above,
                limit);
    }

    /** The lines under a checkpoint, the log's own before those of witnesses. */
    List<NoteSignature> signatures(long size, String origin) {
        return rows(
                "select line from log.signature where size = ? order by name <> ?, kept_at, name",
                row -> NoteSignature.parse(row.getString(1)),
                size,
                origin);
    }

    /** The ids of the keys by which the log has signed until now, in the order in which they began to. */
    List<Integer> keysOf(String origin) {
        return rows(
                "select key_id from log.signature where name = ? group by key_id order by min(size), min(kept_at)",
                row -> row.getInt(1),
                origin);
    }

    /** Keeps a signature; false if this key has signed this size before. */
    boolean keep(long size, NoteSignature line) {
        return update(
                        "insert into log.signature (size, name, key_id, line) values (?, ?, ?, ?) on conflict do nothing",
                        size,
                        line.name(),
                        line.keyId(),
                        line.toString())
                == 1;
    }

    private Connection open() throws SQLException {
        return source.getConnection();
    }

    private int update(String statement, Object... parameters) {
        try (Connection connection = open();
                PreparedStatement update = connection.prepareStatement(statement)) {
            set(update, parameters);
            return update.executeUpdate();
        } catch (SQLException e) {
            throw new LogUnavailable(false, e);
        }
    }

    private <T> List<T> rows(String query, Reading<T> reading, Object... parameters) {
        try (Connection connection = open();
                PreparedStatement select = connection.prepareStatement(query)) {
            set(select, parameters);
            var rows = new ArrayList<T>();
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    rows.add(reading.read(row));
                }
            }
            return rows;
        } catch (SQLException e) {
            throw new LogUnavailable(false, e);
        }
    }

    private static void set(PreparedStatement statement, Object... parameters) throws SQLException {
        for (int i = 0; i < parameters.length; i++) {
            statement.setObject(i + 1, parameters[i]);
        }
    }
}
