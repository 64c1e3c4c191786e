-- What falls due, by itself, and when. Derived from events; may be emptied and filled again at any time.
create table command.timetable (
    moment  timestamptz not null,
    subject uuid        not null,
    command text        not null,
    primary key (subject, command)
);

create index timetable_moment on command.timetable (moment, subject);

-- The table of db-scheduler, which wakes the worker of the timetable once in a cluster. Its times are the machine's.
create table command.scheduled_tasks (
    task_name            text        not null,
    task_instance        text        not null,
    task_data            bytea,
    execution_time       timestamptz not null,
    picked               boolean     not null,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures int,
    last_heartbeat       timestamptz,
    version              bigint      not null,
    priority             smallint,
    primary key (task_name, task_instance)
);

create index scheduled_tasks_execution_time on command.scheduled_tasks (execution_time);
create index scheduled_tasks_last_heartbeat on command.scheduled_tasks (last_heartbeat);

grant select, insert, update, delete, truncate on command.timetable, command.scheduled_tasks to ${appRole};
