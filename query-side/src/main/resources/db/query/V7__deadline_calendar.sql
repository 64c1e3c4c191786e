-- What is due, for each State that may know of it. No personal value stands here.
create table query.deadline_calendar_0 (
    subject   uuid        not null,
    kind      text        not null collate "C",
    event     uuid        not null,
    at        timestamptz not null,
    -- whose calendar it stands in
    state     text        not null collate "C",
    day       date,
    rule      text,
    -- whether it is this State whose act would meet it
    ours      boolean     not null,
    family    text        not null collate "C",
    reference text        not null collate "C",
    from_state text       not null collate "C",
    to_state  text        not null collate "C",
    sealed    boolean     not null,
    readers   uuid[]      not null,
    -- who drafted or approved it or is assigned to it; offices that have it in hand or are assigned to it
    people    uuid[]      not null,
    offices   uuid[]      not null,
    primary key (subject, kind, event, at, state)
);

create index deadline_calendar_0_state on query.deadline_calendar_0 (state, at);
create table query.deadline_calendar_1 (like query.deadline_calendar_0 including all);
insert into query.projection (name) values ('deadline-calendar');

grant select, insert, update, delete, truncate on query.deadline_calendar_0, query.deadline_calendar_1 to ${appRole};
