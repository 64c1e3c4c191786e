-- Another one with every destruction and restriction: so a node sees that an older backup has taken the place of the vault.
create table vault.version (
    one boolean primary key default true check (one),
    id  uuid    not null
);
insert into vault.version (id) values (gen_random_uuid());
grant select, update (id) on vault.version to ${vaultRole};
