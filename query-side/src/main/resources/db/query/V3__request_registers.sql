-- Requests as people look them up. No personal value stands here, sealed or not.
create table query.mla_register_0 (
    id                   uuid        not null primary key,
    reference            text        not null collate "C",
    from_state           text        not null collate "C",
    to_state             text        not null collate "C",
    status               text        not null collate "C",
    flags                text[]      not null,
    version              bigint      not null,
    -- whether the requested State may know of it
    sent                 boolean     not null,
    -- passed on to offices of another State than the requested one; these States and offices may know of it too
    forwarded            boolean     not null,
    states               text[]      not null,
    offices              uuid[]      not null,
    sealed               boolean     not null,
    -- who may know of it while it is sealed
    readers              uuid[]      not null,
    -- who drafted or approved it or is assigned to it, and the offices that are
    people               uuid[]      not null,
    assigned_offices     uuid[]      not null,
    turn                 text        not null collate "C",
    due_at               timestamptz,
    due                  text collate "C",
    offence              text,
    -- how the two sides call it
    requesting_reference text,
    requested_reference  text,
    ticket               text,
    expires_at           timestamptz,
    -- what a text search looks through: lower-case words, a space before each and after the last
    words                text        not null,
    created_at           timestamptz not null,
    changed_at           timestamptz not null
);

-- One index for each branch of the reader's own set, in the order of the pages.
create index mla_register_0_requesting on query.mla_register_0 (from_state, created_at desc, id desc);
create index mla_register_0_requested on query.mla_register_0 (to_state, created_at desc, id desc) where sent;
create index mla_register_0_forwarded on query.mla_register_0 (created_at desc, id desc) where forwarded;
create index mla_register_0_all on query.mla_register_0 (created_at desc, id desc);

create table query.mla_register_1 (like query.mla_register_0 including all);
create table query.preservation_register_0 (like query.mla_register_0 including all);
create table query.preservation_register_1 (like query.mla_register_0 including all);

grant select, insert, update, delete, truncate
    on query.mla_register_0, query.mla_register_1, query.preservation_register_0, query.preservation_register_1
    to ${appRole};
