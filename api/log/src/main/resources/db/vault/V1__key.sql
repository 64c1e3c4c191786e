-- Which master key wraps the keys below: one row, so that a start with another file is refused.
create table vault.master_key (
    one         boolean primary key default true check (one),
    fingerprint bytea   not null check (octet_length(fingerprint) = 32)
);

-- A key that is not here any more cannot be made again: that is how personal data are erased.
create table vault.key (
    id      uuid  not null primary key,
    request uuid  not null,
    person  text  collate "C",
    wrapped bytea not null,

    -- one key a request for what tells of the facts (no person), and one for each person in it
    unique nulls not distinct (request, person)
);

-- Where an identifier or the word of a name occurs; goes with the key.
create table vault.blind_index (
    key   uuid  not null references vault.key on delete cascade,
    value uuid  not null,
    mark  bytea not null check (octet_length(mark) = 32),
    primary key (mark, value)
);
create index blind_index_of_key on vault.blind_index (key);
create index blind_index_of_value on vault.blind_index (value);

-- No update anywhere: a key is made, used and destroyed.
revoke all on schema vault from public;
grant usage on schema vault to ${vaultRole};
grant select, insert on vault.master_key to ${vaultRole};
grant select, insert, delete on vault.key to ${vaultRole};
grant select, insert, delete on vault.blind_index to ${vaultRole};
