-- The one table that is the truth. Everything else in Comity is computed from it.
create table log.event (
    position    bigint               not null,
    stream      text collate "C"     not null,
    sequence    bigint               not null,
    event_id    uuid                 not null,
    name        text collate "C"     not null,
    revision    text collate "C"     not null,
    recorded_at timestamptz          not null,
    -- text, never jsonb: the leaf is computed over these very bytes, and jsonb would write them anew
    metadata    text                 not null,
    payload     text                 not null,
    command_key bytea,
    leaf        bytea                not null,

    -- Unique indexes are checked in the order of their creation. The position comes first, so that a node that was merely
    -- too late by one position is never told that a command has lost.
    constraint event_position primary key (position),

    constraint event_position_counts check (position >= 0),
    constraint event_sequence_counts check (sequence >= 0),
    constraint event_command_key_is_sha256 check (octet_length(command_key) = 32),
    constraint event_leaf_is_sha256 check (octet_length(leaf) = 32)
);

create unique index event_stream_sequence on log.event (stream, sequence);
create unique index event_command_key on log.event (command_key) where command_key is not null;
create unique index event_identity on log.event (event_id);

-- Behind the grants: refuses even the owner, who would have to drop the trigger first and be seen doing it.
create function log.refuse_change() returns trigger language plpgsql as $$
begin
    raise exception 'the log is append-only: % is refused', lower(tg_op) using errcode = 'insufficient_privilege';
end
$$;

create trigger append_only before update or delete or truncate on log.event
    for each statement execute function log.refuse_change();

revoke all on schema log from public;
revoke all on log.event from public;
grant usage on schema log to ${appRole};
grant select, insert on log.event to ${appRole};
