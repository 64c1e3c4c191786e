package org.comity.log.ledger;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Reads a ZIP file in which every program sees the same files. The format says everything twice, in the directory at the end and
 * before each file, and programs differ in what they believe; so whatever is not said twice alike, or lies in between or around
 * the files, is refused: two people shall not see two bundles in one.
 */
final class PlainZip {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int DESCRIPTOR = 0x08074b50;

    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int DESCRIPTOR_LENGTH = 16;

    /** Sizes follow the bytes; that is how a ZIP file is written in one go. */
    private static final int SIZES_FOLLOW = 1 << 3;

    /** Times (0x5455) and owners (0x7875) as Info-ZIP writes them. */
    private static final Set<Integer> HARMLESS = Set.of(0x5455, 0x7875);

    private static final int STORED = 0;
    private static final int DEFLATED = 8;

    private final ByteBuffer in;
    private int local;

    private PlainZip(byte[] zip) {
        in = ByteBuffer.wrap(zip).order(ByteOrder.LITTLE_ENDIAN);
    }

    /** What the directory says of a file, and the header before it must say again. */
    private record Entry(int flags, int method, int crc, int packed, int size, int offset, String name) {}

    /**
     * The files by their names, in their order.
     *
     * @param most how many bytes they may have unpacked
     * @throws Unreadable if it is no such file
     */
    static Map<String, byte[]> read(byte[] zip, long most, int mostFiles) {
        try {
            return new PlainZip(zip).files(most, mostFiles);
        } catch (IndexOutOfBoundsException | DataFormatException e) {
            throw new Unreadable("the bundle is no ZIP file");
        }
    }

    private Map<String, byte[]> files(long most, int mostFiles) throws DataFormatException {
        int end = in.limit() - END_LENGTH;
        if (in.getInt(end) != END || unsigned(end + 20) != 0) {
            throw new Unreadable("the bundle is no ZIP file, or something follows its end");
        }
        int count = unsigned(end + 10);
        int directory = in.getInt(end + 16);
        alike(in.getInt(end + 4) == 0 && unsigned(end + 8) == count && directory + in.getInt(end + 12) == end);
        var files = new LinkedHashMap<String, byte[]>();
        long left = most;
        int at = directory;
        for (int i = 0; i < count; i++) {
            Entry entry = entry(at);
            at += CENTRAL_LENGTH + entry.name().length() + unsigned(at + 30);
            left -= entry.size();
            if (entry.size() < 0 || left < 0 || i >= mostFiles || files.containsKey(entry.name())) {
                throw new Unreadable("a bundle has at most %,d MB, and each file once".formatted(most >> 20));
            }
            files.put(entry.name(), file(entry, directory));
        }
        alike(local == directory && at == end);
        return files;
    }

    private Entry entry(int at) {
        int length = unsigned(at + 28);
        alike(in.getInt(at) == CENTRAL && unsigned(at + 32) == 0 && unsigned(at + 34) == 0);
        further(at + CENTRAL_LENGTH + length, unsigned(at + 30));
        return new Entry(
                unsigned(at + 8),
                unsigned(at + 10),
                in.getInt(at + 16),
                in.getInt(at + 20),
                in.getInt(at + 24),
                in.getInt(at + 42),
                name(at + CENTRAL_LENGTH, length));
    }

    /** Of further fields only times and owners: others give a file another name or size. */
    private void further(int begin, int length) {
        int at = begin;
        while (at < begin + length) {
            alike(HARMLESS.contains(unsigned(at)));
            at += 4 + unsigned(at + 2);
        }
        alike(at == begin + length);
    }

    /** The file whose header stands where the last one ended. */
    private byte[] file(Entry entry, int directory) throws DataFormatException {
        boolean follow = (entry.flags() & SIZES_FOLLOW) != 0;
        int length = unsigned(local + 26);
        alike(entry.offset() == local
                && in.getInt(local) == LOCAL
                && unsigned(local + 6) == entry.flags()
                && unsigned(local + 8) == entry.method()
                && name(local + LOCAL_LENGTH, length).equals(entry.name())
                && said(local + 14, follow ? new Entry(0, 0, 0, 0, 0, 0, "") : entry));
        int begin = local + LOCAL_LENGTH + length + unsigned(local + 28);
        further(local + LOCAL_LENGTH + length, unsigned(local + 28));
        alike(entry.packed() >= 0 && entry.packed() <= directory - begin);
        byte[] bytes = unpacked(entry, begin, follow);
        var crc = new CRC32();
        crc.update(bytes);
        alike((int) crc.getValue() == entry.crc());
        local = begin + entry.packed();
        if (follow) {
            alike(in.getInt(local) == DESCRIPTOR && said(local + 4, entry));
            local += DESCRIPTOR_LENGTH;
        }
        return bytes;
    }

    private boolean said(int at, Entry entry) {
        return in.getInt(at) == entry.crc() && in.getInt(at + 4) == entry.packed() && in.getInt(at + 8) == entry.size();
    }

    private byte[] unpacked(Entry entry, int begin, boolean follow) throws DataFormatException {
        byte[] bytes = new byte[entry.size()];
        if (entry.method() == STORED) {
            // where such a file ends nobody who reads from the beginning could know
            alike(!follow && entry.packed() == entry.size());
            in.get(begin, bytes);
            return bytes;
        }
        alike(entry.method() == DEFLATED);
        try (var inflater = new Inflater(true)) {
            inflater.setInput(in.array(), begin, entry.packed());
            int reached = 0;
            int step = 1;
            while (step > 0) {
                step = inflater.inflate(bytes, reached, bytes.length - reached);
                reached += step;
            }
            // the mark of the end may be left to read when all bytes are there
            alike(inflater.inflate(new byte[1]) == 0
                    && inflater.finished()
                    && reached == bytes.length
                    && inflater.getRemaining() == 0);
        }
        return bytes;
    }

    private String name(int at, int length) {
        byte[] bytes = new byte[length];
        in.get(at, bytes);
        for (byte one : bytes) {
            // beyond ASCII a name depends on who reads it
            alike(one >= 0);
        }
        return new String(bytes, StandardCharsets.US_ASCII);
    }

    private int unsigned(int at) {
        return Short.toUnsignedInt(in.getShort(at));
    }

    private static void alike(boolean holds) {
        if (!holds) {
            throw new Unreadable(
                    "the bundle is not the plain ZIP file as which it was drawn: its directory and its files differ,"
                            + " or something stands between them");
        }
    }
}
