-- Authorities as people look them up.
create table query.directory_register_0 (
    id             uuid not null primary key,
    kind           text not null,
    state          text collate "C" not null,
    name           text not null,
    valid_from     date not null,
    connected_from date,
    -- the day from which it no longer acts here; null while it does
    ended_from     date
);

create index directory_register_0_state on query.directory_register_0 (state, kind, name);

create table query.directory_register_1 (like query.directory_register_0 including all);

grant select, insert, update, delete, truncate
    on query.directory_register_0, query.directory_register_1 to ${appRole};
