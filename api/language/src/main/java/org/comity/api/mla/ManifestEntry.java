package org.comity.api.mla;

import java.util.List;
import org.comity.api.Digest;
import org.comity.api.Label;
import org.comity.api.Malformed;

/**
 * One file of a transfer.
 *
 * @param file number or exhibit mark of the file within the transfer, never a name that was found on a device
 * @param size in bytes
 * @param digests at least one of SHA-256 or stronger; MD5 or SHA-1 only beside it
 */
public record ManifestEntry(Label file, long size, List<Digest> digests) {
    public ManifestEntry {
        digests = List.copyOf(digests);
        Malformed.unless(size >= 0, "a size is a number of bytes, not negative");
        Malformed.unless(
                digests.stream().anyMatch(Digest::isStrong),
                "a file has a digest of SHA-256 or stronger; MD5 or SHA-1 may stand only beside it (ISO/IEC 27037)");
    }
}
