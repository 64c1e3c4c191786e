-- Of what somebody will be reminded, and when. Derived from events; may be emptied and filled again at any time.
create table command.reminder (
    -- that of the stream in which it will be recorded
    id        uuid primary key,
    moment    timestamptz not null,
    subject   uuid        not null,
    family    text        not null,
    reference text        not null,
    deadline  text        not null,
    due_at    timestamptz not null,
    step      text        not null,
    state     text        not null,
    recipient text        not null,
    office    uuid,
    people    uuid[]      not null,
    sealed    boolean     not null
);

create index reminder_moment on command.reminder (moment, due_at, id);
create index reminder_subject on command.reminder (subject);

grant select, insert, update, delete, truncate on command.reminder to ${appRole};
