-- Reminders by e-mail: which wait, which a server took, which no server will take. Its times are the machine's.
create table command.mail (
    reminder uuid primary key,
    position bigint not null,
    sent_at  timestamptz,
    refused  text
);

create index mail_waiting on command.mail (position) where sent_at is null and refused is null;

grant select, insert, update, delete, truncate on command.mail to ${appRole};
