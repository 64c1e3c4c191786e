package org.comity.log.vault;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.comity.api.Form;
import org.comity.api.Personal;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Where an identifier or a name occurs, without saying which it is: HMAC-SHA-256 under a node key over the kind, a zero byte
 * and the normalized identifier, or each word of a name.
 */
final class BlindIndex {
    private final JdbcClient sql;
    private final MasterKey masterKey;

    BlindIndex(JdbcClient sql, MasterKey masterKey) {
        this.sql = sql;
        this.masterKey = masterKey;
    }

    void add(Personal value, Form.Kind kind, String plain) {
        for (byte[] mark : marks(kind, plain)) {
            sql.sql("insert into vault.blind_index (key, value, mark) values (?, ?, ?) on conflict do nothing")
                    .params(value.key(), value.value(), mark)
                    .update();
        }
    }

    void remove(Collection<Personal> values) {
        if (!values.isEmpty()) {
            sql.sql("delete from vault.blind_index where value in (:values)")
                    .param("values", values.stream().map(Personal::value).toList())
                    .update();
        }
    }

    List<Occurrence> find(Form.Kind kind, String plain) {
        List<byte[]> marks = marks(kind, plain);
        if (marks.isEmpty()) {
            return List.of();
        }
        return sql.sql("""
                        select k.request, k.person, i.value
                        from vault.blind_index i join vault.key k on k.id = i.key
                        where i.mark in (:marks) and not exists (
                            select from vault.restriction r where r.request = k.request and r.person = k.person)
                        group by k.request, k.person, i.value having count(*) = :count
                        order by k.request, i.value
                        """)
                .param("marks", marks)
                .param("count", marks.size())
                .query((row, number) -> new Occurrence(
                        row.getObject("request", UUID.class),
                        row.getString("person"),
                        row.getObject("value", UUID.class)))
                .list();
    }

    private List<byte[]> marks(Form.Kind kind, String plain) {
        return normalized(kind, plain).stream()
                .map(text -> masterKey.hmac(
                        "blind-index",
                        kind.name().getBytes(StandardCharsets.US_ASCII),
                        new byte[1],
                        text.getBytes(StandardCharsets.UTF_8)))
                .toList();
    }

    /** The same identifier typed in another way is the same here; free text is not indexed. */
    static Set<String> normalized(Form.Kind kind, String plain) {
        String text = Normalizer.normalize(plain, Normalizer.Form.NFKC).strip();
        UnaryOperator<String> folded = t -> t.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case TEXT -> Set.of();
            case NAME ->
                Stream.of(folded.apply(folded.apply(text).toUpperCase(Locale.ROOT))
                                .split("[^\\p{L}\\p{M}\\p{N}]+"))
                        .filter(word -> !word.isEmpty())
                        .collect(Collectors.toUnmodifiableSet());
            case ACCOUNT, EMAIL -> Set.of(folded.apply(text));
            case IPV4 -> Set.of(text);
            case IPV6 -> Set.of(address(text));
            case PHONE, IMEI -> Set.of(text.replaceAll("\\D", ""));
            case URL -> Set.of(hostFolded(text));
            // An address that begins with 0x is hexadecimal, where the case carries only a check; others mean their
            // case.
            case WALLET -> Set.of(text.startsWith("0x") || text.startsWith("0X") ? folded.apply(text) : text);
        };
    }

    private static String address(String text) {
        if (!text.matches("[0-9A-Fa-f:.]*:[0-9A-Fa-f:.]*")) {
            return text;
        }
        try {
            // a literal, as the pattern says, so that no name server is ever asked
            return InetAddress.getByName(text) instanceof Inet6Address six ? six.getHostAddress() : text;
        } catch (UnknownHostException e) {
            return text;
        }
    }

    private static String hostFolded(String url) {
        int host = url.indexOf("://");
        int path = host < 0 ? -1 : url.indexOf('/', host + 3);
        int end = path < 0 ? url.length() : path;
        return url.substring(0, end).toLowerCase(Locale.ROOT) + url.substring(end);
    }
}
