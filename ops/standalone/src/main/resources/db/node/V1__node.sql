-- What this database is for; one row, written at the first start.
create table node.mode (
    one  boolean primary key default true check (one),
    mode text    not null check (mode in ('practice', 'production'))
);

-- How far each processing group has read. The columns are those that Axon's token store asks for.
create table node.token_entry (
    processor_name text    collate "C" not null,
    segment        integer not null,
    token          bytea,
    token_type     text,
    "timestamp"    text,
    owner          text,
    primary key (processor_name, segment)
);

-- The world clock of practice mode: how far it is ahead of the machine's, or where it stands still during a walk.
create table node.world_clock (
    one          boolean primary key default true check (one),
    ahead_micros bigint      not null,
    standing_at  timestamptz
);

-- The mode is written once and never changed.
grant select, insert on node.mode to ${appRole};
grant select, insert, update, delete on node.token_entry to ${appRole};
grant select, insert, update on node.world_clock to ${appRole};
