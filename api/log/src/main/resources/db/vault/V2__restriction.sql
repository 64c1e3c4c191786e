-- Persons of a request whose data are kept and not shown: the mark of LED art. 16(3) stands beside the keys, so
-- that whoever opens a value comes by it.
create table vault.restriction (
    request uuid not null,
    person  text collate "C" not null,
    primary key (request, person)
);
grant select, insert, delete on vault.restriction to ${vaultRole};

-- A deleted row stays in the file of its table until that is rewritten; so whoever destroys a key rewrites the file.
grant maintain on vault.key to ${vaultRole};
grant maintain on vault.blind_index to ${vaultRole};
