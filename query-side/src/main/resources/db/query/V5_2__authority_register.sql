-- The directory with everything that its entries say. It has a name of its own, so that it is filled from the log at the
-- next start; what stood in its predecessor is in the log too.
drop table query.directory_register_0, query.directory_register_1;
delete from query.projection where name = 'directory-register';
insert into query.projection (name) values ('authority-register');

create table query.authority_register_0 (
    id    uuid not null primary key,
    kind  text not null collate "C",
    state text not null collate "C",
    -- the name that was recorded last, to sort by and to find namesakes
    name  text not null,
    -- every name and address that it ever had, in lower case
    words text not null,
    -- what is known of it, as JSON; what that says depends on the day
    life  text not null
);

create index authority_register_0_state on query.authority_register_0 (state, kind, name);

create table query.authority_register_1 (like query.authority_register_0 including all);

grant select, insert, update, delete, truncate
    on query.authority_register_0, query.authority_register_1 to ${appRole};
