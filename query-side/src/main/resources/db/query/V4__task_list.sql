-- What waits for a person. A task that is not ready yet stands here too, so that it is found when its time has come.
create table query.task_list_0 (
    -- the request, what is to be done, and what it is about beside the request
    subject     uuid        not null,
    kind        text        not null collate "C",
    about       uuid        not null,
    family      text        not null collate "C",
    reference   text        not null collate "C",
    -- whose task it is: a State, a kind of its authorities if not all, a mandate if not any
    state       text        not null collate "C",
    office_kind text collate "C",
    mandate     text collate "C",
    -- the first of two persons, who cannot be the second
    first       uuid,
    ready       boolean     not null,
    sealed      boolean     not null,
    readers     uuid[]      not null,
    command     text collate "C",
    detail      text,
    since       timestamptz not null,
    due_at      timestamptz,
    -- a task that is over when it is due, rather than late
    lapses      boolean     not null,
    primary key (subject, kind, about)
);

create index task_list_0_state on query.task_list_0 (state, since) where ready;
create index task_list_0_about on query.task_list_0 (about);

create table query.task_list_1 (like query.task_list_0 including all);

grant select, insert, update, delete, truncate on query.task_list_0, query.task_list_1 to ${appRole};
