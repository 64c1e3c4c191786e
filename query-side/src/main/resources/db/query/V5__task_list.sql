-- Tasks by offices, persons and days, and who is assigned to what. A node that has the older table rebuilds the list.
drop table query.task_list_0, query.task_list_1;

create table query.task_list_0 (
    -- the request, what is to be done, what it is about beside the request, and whose task it is
    subject      uuid        not null,
    kind         text        not null collate "C",
    about        uuid        not null,
    state        text        not null collate "C",
    -- the command that would settle it; empty if none does
    command      text        not null collate "C",
    family       text        not null collate "C",
    reference    text        not null collate "C",
    -- kinds of offices and mandates, empty for all; one office, one person, if it is for one
    office_kinds text[]      not null,
    office       uuid,
    mandates     text[]      not null,
    person       uuid,
    -- persons who cannot do it, such as the first of two
    excluded     uuid[]      not null,
    sealed       boolean     not null,
    readers      uuid[]      not null,
    detail       text,
    since        timestamptz not null,
    -- before this it is nobody's; null while it is only known where it will be
    shown_from   timestamptz,
    due_at       timestamptz,
    -- a task that is over when it is due, rather than late
    lapses       boolean     not null,
    source       text        not null,
    primary key (subject, kind, about, state, command)
);

create index task_list_0_state on query.task_list_0 (state, shown_from);
create index task_list_0_about on query.task_list_0 (about);
create table query.task_list_1 (like query.task_list_0 including all);

-- Who works on a request for a State, from one day to another; no days are all days.
create table query.task_assignment_0 (
    subject uuid   not null,
    state   text   not null collate "C",
    person  uuid,
    office  uuid,
    items   text[] not null,
    starts  date,
    ends    date
);

create index task_assignment_0_subject on query.task_assignment_0 (subject, state);
create table query.task_assignment_1 (like query.task_assignment_0 including all);

grant select, insert, update, delete, truncate
    on query.task_list_0, query.task_list_1, query.task_assignment_0, query.task_assignment_1 to ${appRole};
