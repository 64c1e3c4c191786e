-- What proves the log: tiles that are computed from it, and what was ever signed about it. All of it only grows, as the log does.

-- Whose log it is: the first line of every checkpoint and the name of the key that signs it.
create table log.identity (
    one    boolean          primary key default true check (one),
    origin text collate "C" not null check (origin <> '')
);

-- Full tiles only, made behind the end of the log; one that is missing is computed from the leaves.
create table log.tile (
    level  smallint not null check (level between 0 and 7),
    index  bigint   not null check (index >= 0),
    hashes bytea    not null check (octet_length(hashes) = 8192),
    -- over these hashes: one hash of the tile above
    root   bytea    not null check (octet_length(root) = 32),
    primary key (level, index)
);

-- One root for a size, for ever and for all nodes: recorded here before anything is signed.
create table log.checkpoint (
    size bigint not null primary key check (size >= 0),
    root bytea  not null check (octet_length(root) = 32)
);

-- The signature lines under a checkpoint: of the log, and of witnesses.
create table log.signature (
    size    bigint           not null references log.checkpoint,
    name    text collate "C" not null,
    key_id  integer          not null,
    line    text collate "C" not null,
    kept_at timestamptz      not null default clock_timestamp(),
    primary key (size, name, key_id)
);

create trigger append_only before update or delete or truncate on log.identity
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.tile
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.checkpoint
    for each statement execute function log.refuse_change();
create trigger append_only before update or delete or truncate on log.signature
    for each statement execute function log.refuse_change();

revoke all on log.identity, log.tile, log.checkpoint, log.signature from public;
grant select, insert on log.identity, log.tile, log.checkpoint, log.signature to ${appRole};
