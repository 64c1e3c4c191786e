package org.comity.log.store;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import javax.sql.DataSource;

/** What an auditor would write who has the table and the description of the envelope, and none of our code. */
final class NaiveLedger {
    private NaiveLedger() {}

    /** Positions whose stored leaf is not the leaf of what is stored beside it. */
    static List<Long> forged(DataSource source) throws Exception {
        var forged = new ArrayList<Long>();
        try (Connection connection = source.getConnection();
                var statement = connection.createStatement();
                ResultSet row = statement.executeQuery("""
                        select position, convert_to(stream, 'UTF8'), sequence, uuid_send(event_id),
                               convert_to(name, 'UTF8'), convert_to(revision, 'UTF8'),
                               (extract(epoch from recorded_at) * 1000000)::bigint,
                               convert_to(metadata, 'UTF8'), convert_to(payload, 'UTF8'), leaf
                        from log.event order by position""")) {
            while (row.next()) {
                String envelope = "01" + field(number(row.getLong(1))) + field(row.getBytes(2))
                        + field(number(row.getLong(3))) + field(row.getBytes(4)) + field(row.getBytes(5))
                        + field(row.getBytes(6)) + field(number(row.getLong(7))) + field(row.getBytes(8))
                        + field(row.getBytes(9));
                byte[] leaf = MessageDigest.getInstance("SHA-256")
                        .digest(HexFormat.of().parseHex("00" + envelope));
                if (!MessageDigest.isEqual(leaf, row.getBytes(10))) {
                    forged.add(row.getLong(1));
                }
            }
        }
        return forged;
    }

    private static String field(byte[] value) {
        return field(HexFormat.of().formatHex(value));
    }

    private static String field(String hex) {
        return "%08x%s".formatted(hex.length() / 2, hex);
    }

    private static String number(long value) {
        return "%016x".formatted(value);
    }
}
