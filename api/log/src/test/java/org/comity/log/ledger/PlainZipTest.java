package org.comity.log.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A ZIP file that two programs would read in two ways, in the hands of somebody who means it so. */
class PlainZipTest {
    private static final byte[] TRUE = "what was drawn".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] FALSE = "what was not!!".getBytes(StandardCharsets.US_ASCII);

    @TempDir
    private Path folder;

    @Test
    void readsWhatJavaWrites() throws IOException {
        assertThat(text(read(zip(ZipEntry.DEFLATED, "a", "b/c")))).isEqualTo("a=what was drawn b/c=what was drawn ");
        assertThat(text(read(zip(ZipEntry.STORED, "a", "b/c")))).isEqualTo("a=what was drawn b/c=what was drawn ");
        assertThat(read(zip(ZipEntry.DEFLATED))).isEmpty();
    }

    @Test
    void aDirectoryThatPointsElsewhereThanTheFilesStandIsRefused() throws IOException {
        // a reader from the beginning sees the first bytes, one by the directory the second
        byte[] two = join(stored("a", TRUE), stored("a", FALSE));
        byte[] hidden = join(two, directory("a", FALSE, stored("a", TRUE).length), end(1, two.length, 47));
        assertThat(byStream(hidden)).isNotEqualTo(byDirectory(hidden));
        refused(hidden);
    }

    @Test
    void whatStandsBeforeBetweenOrBehindIsRefused() throws IOException {
        byte[] whole = zip(ZipEntry.DEFLATED, "a", "b");
        refused(join(new byte[1], whole));
        refused(join(whole, new byte[1]));
        refused(join(whole, whole));
        byte[] file = stored("a", TRUE);
        refused(join(file, new byte[3], directory("a", TRUE, 0), end(1, file.length + 3, 47)));
        refused(join(file, directory("a", TRUE, 0), new byte[3], end(1, file.length, 47)));
    }

    @Test
    void whateverIsSaidTwiceAndNotAlikeIsRefused() throws IOException {
        byte[] file = stored("a", TRUE);
        byte[] plain = join(file, directory("a", TRUE, 0), end(1, file.length, 47));
        assertThat(text(read(plain))).isEqualTo("a=what was drawn ");
        for (int at : new int[] {6, 8, 14, 18, 22, 26, 28, 30, 31}) {
            refused(changed(plain, zip -> zip.put(at, (byte) (zip.get(at) ^ 1))));
        }
        int directory = file.length;
        for (int at : new int[] {8, 10, 16, 20, 24, 28, 30, 32, 34, 42, 46}) {
            refused(changed(plain, zip -> zip.put(directory + at, (byte) (zip.get(directory + at) ^ 1))));
        }
        int end = plain.length - 22;
        for (int at : new int[] {4, 8, 10, 12, 16, 20}) {
            refused(changed(plain, zip -> zip.put(end + at, (byte) (zip.get(end + at) ^ 1))));
        }
    }

    @Test
    void aFieldThatGivesAnotherNameOrSizeIsRefused() throws IOException {
        for (int field : new int[] {0x7075, 0x9901}) {
            byte[] further = {(byte) field, (byte) (field >> 8), 0, 0};
            var bytes = new ByteArrayOutputStream();
            try (var zip = new ZipOutputStream(bytes)) {
                var entry = new ZipEntry("a");
                entry.setExtra(further);
                zip.putNextEntry(entry);
            }
            refused(bytes.toByteArray());
        }
    }

    @Test
    void namesTwiceOrBeyondAsciiAndMoreBytesThanAllowedAreRefused() throws IOException {
        refused(zip(ZipEntry.DEFLATED, "é"));
        byte[] two = join(stored("a", TRUE), stored("a", TRUE));
        refused(join(two, directory("a", TRUE, 0), directory("a", TRUE, two.length / 2), end(2, two.length, 94)));
        byte[] whole = zip(ZipEntry.DEFLATED, "a", "b");
        assertThatThrownBy(() -> PlainZip.read(whole, 2 * TRUE.length - 1, 9)).isInstanceOf(Unreadable.class);
        assertThatThrownBy(() -> PlainZip.read(whole, 999, 1)).isInstanceOf(Unreadable.class);
        assertThat(PlainZip.read(whole, 2 * TRUE.length, 2)).hasSize(2);
    }

    /** Whatever is accepted is read alike by the two readers of the JDK, of which one believes the files and one the directory. */
    @Test
    void noChangedByteMakesItReadInTwoWays() throws IOException {
        var random = new Random(7);
        byte[] whole = zip(ZipEntry.DEFLATED, "a", "b", "c");
        int accepted = 0;
        for (int i = 0; i < 3_000; i++) {
            byte[] other = whole.clone();
            for (int n = random.nextInt(3); n >= 0; n--) {
                other[random.nextInt(other.length)] = (byte) random.nextInt(256);
            }
            Map<String, byte[]> read;
            try {
                read = read(other);
            } catch (Unreadable e) {
                continue;
            }
            accepted++;
            assertThat(byStream(other)).isEqualTo(text(read)).isEqualTo(byDirectory(other));
        }
        assertThat(accepted).as("times and versions may differ").isPositive();
    }

    private static Map<String, byte[]> read(byte[] zip) {
        return PlainZip.read(zip, 1 << 20, 100);
    }

    private static void refused(byte[] zip) {
        assertThatThrownBy(() -> read(zip)).isInstanceOf(Unreadable.class);
    }

    private static String text(Map<String, byte[]> files) {
        var all = new StringBuilder();
        files.forEach((name, bytes) -> all.append(name + "=" + new String(bytes, StandardCharsets.UTF_8) + " "));
        return all.toString();
    }

    private static String byStream(byte[] zip) throws IOException {
        var all = new StringBuilder();
        try (var in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry one = in.getNextEntry(); one != null; one = in.getNextEntry()) {
                all.append(one.getName() + "=" + new String(in.readAllBytes(), StandardCharsets.UTF_8) + " ");
            }
        }
        return all.toString();
    }

    private String byDirectory(byte[] zip) throws IOException {
        var all = new StringBuilder();
        try (var in = new ZipFile(Files.write(folder.resolve("zip"), zip).toFile())) {
            for (ZipEntry one :
                    (Iterable<ZipEntry>) () -> in.stream().<ZipEntry>map(e -> e).iterator()) {
                all.append(one.getName() + "="
                        + new String(in.getInputStream(one).readAllBytes(), StandardCharsets.UTF_8) + " ");
            }
        }
        return all.toString();
    }

    private static byte[] zip(int method, String... names) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new ZipOutputStream(bytes)) {
            for (String name : names) {
                var entry = new ZipEntry(name);
                entry.setMethod(method);
                if (method == ZipEntry.STORED) {
                    entry.setSize(TRUE.length);
                    entry.setCrc(crc(TRUE));
                }
                zip.putNextEntry(entry);
                zip.write(TRUE);
            }
        }
        return bytes.toByteArray();
    }

    private static byte[] stored(String name, byte[] content) {
        return ByteBuffer.allocate(30 + name.length() + content.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x04034b50)
                .putShort((short) 10)
                .putInt(0)
                .putInt(0)
                .putInt((int) crc(content))
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.length())
                .putShort((short) 0)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
    }

    private static byte[] directory(String name, byte[] content, int offset) {
        return ByteBuffer.allocate(46 + name.length())
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x02014b50)
                .putInt(0x000a000a)
                .putInt(0)
                .putInt(0)
                .putInt((int) crc(content))
                .putInt(content.length)
                .putInt(content.length)
                .putShort((short) name.length())
                .put(new byte[12])
                .putInt(offset)
                .put(name.getBytes(StandardCharsets.US_ASCII))
                .array();
    }

    private static byte[] end(int count, int directory, int length) {
        return ByteBuffer.allocate(22)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(0x06054b50)
                .putInt(0)
                .putShort((short) count)
                .putShort((short) count)
                .putInt(length)
                .putInt(directory)
                .putShort((short) 0)
                .array();
    }

    private static long crc(byte[] bytes) {
        var crc = new CRC32();
        crc.update(bytes);
        return crc.getValue();
    }

    private static byte[] changed(byte[] zip, Consumer<ByteBuffer> change) {
        byte[] other = zip.clone();
        change.accept(ByteBuffer.wrap(other));
        return other;
    }

    private static byte[] join(byte[]... parts) throws IOException {
        var all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.write(part);
        }
        return all.toByteArray();
    }
}
