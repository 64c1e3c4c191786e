package org.comity.verifier;

import java.util.List;
import java.util.Optional;
import org.comity.log.ledger.Hash;
import org.comity.log.ledger.SignedNote;
import org.comity.log.ledger.Tile;
import org.comity.log.ledger.TileAddress;

/** Where a log comes from. Nothing that it says is believed. */
interface LogSource extends AutoCloseable {
    /** Takes the entries one after the other, in the order of the source. */
    interface Reader {
        /** An event as it is stored, with the leaf that stands beside it. */
        void event(StoredEntry entry, Hash leaf);

        /** Something in the place of an event that is none. */
        void unreadable(long position, String why);

        /** Something that stands beside the event just read, in no leaf, and contradicts it. */
        void beside(long position, String why);
    }

    /** The checkpoints that the log says it has signed, by rising size; notes that cannot be read are refused by the caller. */
    List<SignedNote> checkpoints();

    /** The tile as the log keeps or serves it, if it does. */
    Optional<Tile> tile(TileAddress address);

    /** Reads all entries, once. */
    void read(Reader reader);

    @Override
    void close();
}
