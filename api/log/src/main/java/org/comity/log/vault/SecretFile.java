package org.comity.log.vault;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.EnumSet;
import java.util.Set;

/** A file that holds a key: for its owner only, whole or not there, and on the disk before anything relies on it. */
public final class SecretFile {
    private static final Set<PosixFilePermission> OF_THE_OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private SecretFile() {}

    /**
     * Reads a key.
     *
     * @param what it is, for the operator
     * @throws IllegalStateException if it cannot be read, or others than its owner could
     */
    public static String read(Path file, String what) {
        try {
            if (hasPermissions() && !OF_THE_OWNER.containsAll(Files.getPosixFilePermissions(file))) {
                throw new IllegalStateException("the " + what + " at " + file
                        + " can be used by others than its owner; allow it to the owner only (chmod 600)");
            }
            return Files.readString(file, StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new IllegalStateException("the " + what + " at " + file + " cannot be read", e);
        }
    }

    /**
     * Writes a key: beside its place and moved there, so that a crash leaves no half of it; then the folder too is on the disk.
     *
     * @param what it is, for the operator
     * @throws IllegalStateException if it cannot be written
     */
    public static void create(Path file, String what, String text) {
        Path draft = file.resolveSibling(file.getFileName() + ".new");
        FileAttribute<?>[] permissions = hasPermissions()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OF_THE_OWNER)}
                : new FileAttribute<?>[0];
        try {
            Files.deleteIfExists(draft);
            var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try (FileChannel channel = FileChannel.open(draft, options, permissions)) {
                ByteBuffer content = ByteBuffer.wrap(text.getBytes(StandardCharsets.US_ASCII));
                while (content.hasRemaining()) {
                    channel.write(content);
                }
                channel.force(true);
            }
            Files.move(draft, file, StandardCopyOption.ATOMIC_MOVE);
            forceFolder(file);
        } catch (IOException e) {
            throw new IllegalStateException("no " + what + " can be written to " + file, e);
        }
    }

    /** A new name survives a power cut only once its folder has been written. */
    private static void forceFolder(Path file) throws IOException {
        Path folder = file.toAbsolutePath().getParent();
        if (folder != null && hasPermissions()) {
            try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            }
        }
    }

    private static boolean hasPermissions() {
        return FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    }
}
