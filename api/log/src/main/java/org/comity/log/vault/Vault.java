package org.comity.log.vault;

import com.google.crypto.tink.Aead;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Base64;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javax.sql.DataSource;
import org.comity.api.Form;
import org.comity.api.Id;
import org.comity.api.PersonRef;
import org.comity.api.Personal;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** Seals personal values and opens them for those whose right was checked, until a key is destroyed. */
public final class Vault {
    /** The role that reads, adds and deletes keys, and can do nothing else anywhere. */
    public static final String ROLE = "comity_vault";

    private final JdbcClient sql;
    private final MasterKey masterKey;
    private final Aead wrapping;
    private final BlindIndex index;
    private final TransactionTemplate alone;
    private final SecureRandom random = new SecureRandom();

    /**
     * A vault over its database.
     *
     * @param vault connections of the role {@link #ROLE} to the database of the keys
     * @throws IllegalStateException if the keys in it were wrapped by another master key
     */
    public Vault(DataSource vault, MasterKey masterKey) {
        this.sql = JdbcClient.create(vault);
        this.masterKey = masterKey;
        this.wrapping = masterKey.wrapping();
        this.index = new BlindIndex(sql, masterKey);
        this.alone = new TransactionTemplate(new DataSourceTransactionManager(vault));
        holdToOneMasterKey();
    }

    /**
     * Brings the database of the keys to its newest form; the role {@link #ROLE} must exist.
     *
     * @param owner connections of the owner's role to the database of the keys
     */
    public static void migrate(DataSource owner) {
        Flyway.configure()
                .dataSource(owner)
                .schemas("vault")
                .defaultSchema("vault")
                .locations("classpath:db/vault")
                .placeholders(Map.of("vaultRole", ROLE))
                .load()
                .migrate();
    }

    /**
     * Seals a value.
     *
     * @param person whom the value is about; none if it tells of the facts, then it has the key of the request
     */
    public Personal seal(Id request, @Nullable PersonRef person, String plain) {
        KeyRing.Key key = keyOf(request.value(), person == null ? null : person.value());
        UUID value = UUID.randomUUID();
        try {
            byte[] sealed =
                    key.aead().encrypt(plain.getBytes(StandardCharsets.UTF_8), associated(request.value(), value));
            return new Personal(
                    value, key.id(), Base64.getUrlEncoder().withoutPadding().encodeToString(sealed));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("value " + value + " cannot be sealed", e);
        }
    }

    /** Seals a value and notes where it occurs, so that {@link #find} can say so until its key is destroyed. */
    public Personal seal(Id request, @Nullable PersonRef person, Form.Kind kind, String plain) {
        Personal value = seal(request, person, plain);
        index.add(value, kind, plain);
        return value;
    }

    /**
     * The keys of a request as they are now, for one answer.
     *
     * @throws IllegalStateException if a key was not wrapped by our master key
     */
    public KeyRing ring(Id request) {
        Map<UUID, KeyRing.Key> keys = sql
                .sql("""
                        select k.id, k.request, k.person, k.wrapped, r.person is not null as restricted
                        from vault.key k
                        left join vault.restriction r on r.request = k.request and r.person = k.person
                        where k.request = ?
                        """)
                .param(request.value())
                .query((row, number) -> unwrapped(row, row.getBoolean("restricted")))
                // not its stream, which would keep the connection
                .list()
                .stream()
                .collect(Collectors.toMap(KeyRing.Key::id, Function.identity()));
        return new KeyRing(request.value(), keys, this::isThere);
    }

    private boolean isThere(UUID key) {
        return sql.sql("select exists (select from vault.key where id = ?)")
                .param(key)
                .query(Boolean.class)
                .single();
    }

    /** The value in plain; empty if it is erased, or its processing restricted. */
    public Optional<String> open(Id request, Personal value) {
        return ring(request).open(value) instanceof Opened.Plain plain ? Optional.of(plain.text()) : Optional.empty();
    }

    /** What is known of a person within a request is kept from now on and not shown. */
    public void restrict(Id request, PersonRef person) {
        restrict(request.value(), person.value());
        renew();
    }

    private void restrict(UUID request, String person) {
        sql.sql("insert into vault.restriction (request, person) values (?, ?) on conflict do nothing")
                .params(request, person)
                .update();
    }

    /** What is known of a person within a request is shown again. */
    public void release(Id request, PersonRef person) {
        release(request.value(), person.value());
        renew();
    }

    private void release(UUID request, String person) {
        sql.sql("delete from vault.restriction where request = ? and person = ?")
                .params(request, person)
                .update();
    }

    /**
     * Erases all that is known of a person within a request, for ever, and where it occurs. When it returns, the wrapped key
     * is in no file of the tables any more and, if the server lets our role do it, in no write-ahead log.
     */
    public void destroy(Id request, PersonRef person) {
        delete(Set.of(new Orders.Whose(request.value(), person.value())));
        release(request, person);
        rewrite();
    }

    private int delete(Set<Orders.Whose> erased) {
        return sql.sql("""
                        delete from vault.key k using unnest(?::text[], ?::text[]) as erased (request, person)
                        where k.request = erased.request::uuid and k.person = erased.person
                        """)
                .params(
                        erased.stream().map(one -> one.request().toString()).toArray(String[]::new),
                        erased.stream().map(Orders.Whose::person).toArray(String[]::new))
                .update();
    }

    /**
     * Holds the vault to what the log says: a backup that was restored knows nothing of what was destroyed or restricted since.
     *
     * @param log reads what was ever recorded; asked when no other node can change a restriction any more, so that what is
     *     read is not older than what is overwritten
     * @return how many keys were destroyed again
     */
    public int hold(Supplier<Orders> log) {
        return alone.execute(status -> {
            sql.sql("lock table vault.restriction in share row exclusive mode").update();
            Orders orders = log.get();
            int destroyed = delete(orders.erased());
            Set<Orders.Whose> kept = Set.copyOf(sql.sql("select request, person from vault.restriction")
                    .query((row, number) -> new Orders.Whose(row.getObject(1, UUID.class), row.getString(2)))
                    .list());
            kept.stream()
                    // only what the log says: an older backup of it knows nothing of later restrictions
                    .filter(one -> orders.released().contains(one))
                    .forEach(one -> release(one.request(), one.person()));
            orders.restricted().stream()
                    .filter(one -> !kept.contains(one))
                    .forEach(one -> restrict(one.request(), one.person()));
            if (destroyed > 0) {
                // before the end of the transaction: if the node dies here, all of it happens again
                rewrite();
                renew();
            }
            return destroyed;
        });
    }

    /** Another one after each destruction and restriction: what was restored has one that this node did not see last. */
    public UUID version() {
        return sql.sql("select id from vault.version").query(UUID.class).single();
    }

    private void renew() {
        sql.sql("update vault.version set id = gen_random_uuid()").update();
    }

    /** A deleted row can be read in the files of a database for as long as nothing takes its place. */
    private void rewrite() {
        sql.sql("select vault.rewrite()").query((row, number) -> true).single();
        boolean mayRecycle = sql.sql("""
                        select has_function_privilege('pg_catalog.pg_switch_wal()', 'execute')
                            and pg_has_role('pg_checkpoint', 'usage')
                        """).query(Boolean.class).single();
        if (mayRecycle) {
            sql.sql("select pg_switch_wal()::text").query(String.class).single();
            sql.sql("checkpoint").update();
        }
    }

    /** Takes back every key of a request that never came to be. */
    public void forget(Id request) {
        sql.sql("delete from vault.key where request = ?")
                .param(request.value())
                .update();
    }

    /** Takes back where values occur that never came to be recorded. */
    public void forget(Collection<Personal> values) {
        index.remove(values);
    }

    /** Where an identifier, or every word of a name, occurs; across all requests and without regard to rights. */
    public List<Occurrence> find(Form.Kind kind, String plain) {
        return index.find(kind, plain);
    }

    /** A keyed hash by which a repeated body is known again and from which it cannot be guessed. */
    public String bodyHmac(byte[] body) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(masterKey.hmac("body", body));
    }

    /** The 32 bytes that tie a sealed value to its request and to itself. */
    static byte[] associated(UUID request, UUID value) {
        return ByteBuffer.allocate(32)
                .putLong(request.getMostSignificantBits())
                .putLong(request.getLeastSignificantBits())
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
    }

    private KeyRing.Key keyOf(UUID request, @Nullable String person) {
        for (int attempt = 0; attempt < 3; attempt++) {
            Optional<KeyRing.Key> found = sql.sql("""
                            select id, request, person, wrapped from vault.key
                            where request = :request and person is not distinct from :person::text
                            """)
                    .param("request", request)
                    .param("person", person)
                    .query((row, number) -> unwrapped(row, false))
                    .optional();
            if (found.isPresent()) {
                return found.get();
            }
            create(request, person);
        }
        throw new IllegalStateException("the key of request " + request + " is destroyed as fast as it is made");
    }

    private void create(UUID request, @Nullable String person) {
        byte[] key = new byte[32];
        random.nextBytes(key);
        UUID id = UUID.randomUUID();
        try {
            sql.sql("""
                            insert into vault.key (id, request, person, wrapped)
                            values (:id, :request, :person, :wrapped) on conflict do nothing
                            """)
                    .param("id", id)
                    .param("request", request)
                    .param("person", person)
                    .param("wrapped", wrapping.encrypt(key, wrappedFor(id, request, person)))
                    .update();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("a key cannot be wrapped", e);
        }
    }

    private KeyRing.Key unwrapped(ResultSet row, boolean restricted) throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        UUID request = row.getObject("request", UUID.class);
        try {
            byte[] key = wrapping.decrypt(row.getBytes("wrapped"), wrappedFor(id, request, row.getString("person")));
            return new KeyRing.Key(id, MasterKey.aead(key), restricted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("key " + id + " was not wrapped by this master key, or was changed", e);
        }
    }

    private static byte[] wrappedFor(UUID id, UUID request, @Nullable String person) {
        byte[] name = person == null ? new byte[0] : person.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(32 + name.length)
                .put(associated(id, request))
                .put(name)
                .array();
    }

    /** A node started with the wrong file would wrap new keys that the next right start cannot read. */
    private void holdToOneMasterKey() {
        sql.sql("insert into vault.master_key (fingerprint) values (?) on conflict do nothing")
                .param(masterKey.derive("fingerprint", 32))
                .update();
        verify();
    }

    /**
     * Looks whether the keys can be read and were wrapped by our master key.
     *
     * @throws IllegalStateException if another master key wrapped them
     */
    public void verify() {
        byte[] ours = masterKey.derive("fingerprint", 32);
        byte[] known = sql.sql("select fingerprint from vault.master_key")
                .query((row, number) -> row.getBytes(1))
                .single();
        if (!MessageDigest.isEqual(known, ours)) {
            throw new IllegalStateException("the keys of this vault were wrapped by another master key");
        }
    }
}
