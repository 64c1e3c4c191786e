package org.comity.verifier;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.comity.log.ledger.Checkpoint;
import org.comity.log.ledger.Envelope;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.NoteSignature;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;
import org.comity.log.ledger.Unreadable;

/** A log in its database, read in one snapshot, so that a node that goes on writing does not disturb. */
final class DatabaseLog implements LogSource {
    /** An event may hold a megabyte, and the memory of the verifier is small. */
    private static final int ROWS_AT_ONCE = 16;

    private final Connection connection;

    DatabaseLog(String url, String user, String password) {
        try {
            connection = DriverManager.getConnection(url, user, password);
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
        } catch (SQLException e) {
            throw new Unverifiable("the database cannot be reached: " + e.getMessage(), e);
        }
    }

    @Override
    public List<SignedNote> checkpoints() {
        var notes = new ArrayList<SignedNote>();
        String text = "";
        var lines = new ArrayList<NoteSignature>();
        try (Statement select = connection.createStatement();
                ResultSet row = select.executeQuery("""
                        select origin, size, root, line from log.identity, log.checkpoint join log.signature using (size)
                        order by size, name <> origin, kept_at, name""")) {
            while (row.next()) {
                String of = new Checkpoint(row.getString(1), row.getLong(2), Hash.of(row.getBytes(3))).text();
                if (!of.equals(text)) {
                    note(notes, text, lines);
                    text = of;
                }
                try {
                    lines.add(NoteSignature.parse(row.getString(4)));
                } catch (Unreadable e) {
                    // told as a checkpoint that nobody signed: one bad line must not end the verification
                    notes.add(new SignedNote(text, List.of()));
                }
            }
            note(notes, text, lines);
            return notes;
        } catch (SQLException e) {
            throw new Unverifiable("the checkpoints cannot be read: " + e.getMessage(), e);
        }
    }

    private static void note(List<SignedNote> notes, String text, List<NoteSignature> lines) {
        if (!lines.isEmpty()) {
            notes.add(new SignedNote(text, lines));
            lines.clear();
        }
    }

    @Override
    public Optional<Tile> tile(TileAddress address) {
        try (PreparedStatement select =
                connection.prepareStatement("select hashes from log.tile where level = ? and index = ?")) {
            select.setInt(1, address.level());
            select.setLong(2, address.index());
            try (ResultSet row = select.executeQuery()) {
                return row.next() ? Optional.of(Tile.of(address, row.getBytes(1))) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new Unverifiable("the tiles cannot be read: " + e.getMessage(), e);
        }
    }

    @Override
    public void read(Reader reader) {
        try (Statement select = connection.createStatement()) {
            select.setFetchSize(ROWS_AT_ONCE);
            try (ResultSet row = select.executeQuery("""
                    select position, stream, sequence, event_id, name, revision, recorded_at, metadata, payload, leaf,
                        num_nulls(position, stream, sequence, event_id, name, revision, recorded_at, metadata, payload,
                            leaf),
                        case
                            when command_key is not null
                                then strpos(metadata, '"commandKey":"' || encode(command_key, 'hex') || '"') = 0
                            when metadata ~ '"commandKey":"[0-9a-f]{64}"'
                                then not exists (select from log.event first where first.command_key =
                                    decode(substring(event.metadata from '"commandKey":"([0-9a-f]{64})"'), 'hex'))
                            else false
                        end
                    from log.event order by position""")) {
                while (row.next()) {
                    long position = row.getLong(1);
                    if (row.getInt(11) > 0) {
                        reader.unreadable(position, "a part of it is not there");
                        continue;
                    }
                    try {
                        reader.event(new StoredEntry(position, envelope(row)), Hash.of(row.getBytes(10)));
                        if (row.getBoolean(12)) {
                            reader.beside(position, "the key of its command is not the one that it names itself");
                        }
                    } catch (Unreadable e) {
                        reader.unreadable(position, e.getMessage() == null ? "it cannot be read" : e.getMessage());
                    }
                }
            }
        } catch (SQLException e) {
            throw new Unverifiable("the events cannot be read: " + e.getMessage(), e);
        }
    }

    private static Envelope envelope(ResultSet row) throws SQLException {
        return new Envelope(
                row.getLong(1),
                row.getString(2),
                row.getLong(3),
                row.getObject(4, UUID.class),
                row.getString(5),
                row.getString(6),
                row.getObject(7, OffsetDateTime.class).toInstant(),
                row.getString(8),
                row.getString(9));
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new Unverifiable("the database did not let go: " + e.getMessage(), e);
        }
    }
}
