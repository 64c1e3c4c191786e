-- Every projection has its tables twice, as slot 0 and slot 1: one is read, the other is where a rebuild writes beside it.
-- Which is which, and up to which position of the log it is true, stands here; both change in the transaction that writes.
create table query.projection (
    name     text     not null primary key,
    slot     smallint not null default 0 check (slot in (0, 1)),
    position bigint   not null default -1 check (position >= -1)
);

insert into query.projection (name)
values ('directory-register'), ('mla-register'), ('preservation-register'), ('task-list');

revoke all on schema query from public;
grant usage on schema query to ${appRole};
grant select, update on query.projection to ${appRole};
