-- A request tied to another one is found from that other one too.
alter table query.mla_register_0 add column linked uuid[] not null default '{}';
alter table query.mla_register_1 add column linked uuid[] not null default '{}';
alter table query.preservation_register_0 add column linked uuid[] not null default '{}';
alter table query.preservation_register_1 add column linked uuid[] not null default '{}';

create index mla_register_0_linked on query.mla_register_0 using gin (linked);
create index mla_register_1_linked on query.mla_register_1 using gin (linked);
create index preservation_register_0_linked on query.preservation_register_0 using gin (linked);
create index preservation_register_1_linked on query.preservation_register_1 using gin (linked);

-- Information that one State gave another unasked, as people look it up.
create table query.spontaneous_register_0 (like query.mla_register_0 including all);
create table query.spontaneous_register_1 (like query.mla_register_0 including all);

grant select, insert, update, delete, truncate
    on query.spontaneous_register_0, query.spontaneous_register_1 to ${appRole};

insert into query.projection (name) values ('spontaneous-register');
