-- "vacuum full" copies a deleted row into the new file for as long as any transaction of the server is older than the
-- deletion, be it in another database. Changing the type of a column copies only what is there now.
create function vault.rewrite() returns void
    language sql
    security definer
    set search_path = ''
as $$
    alter table vault.key alter column wrapped type bytea using wrapped operator(pg_catalog.||) ''::pg_catalog.bytea;
    alter table vault.blind_index alter column mark type bytea using mark operator(pg_catalog.||) ''::pg_catalog.bytea;
$$;
revoke all on function vault.rewrite() from public;
grant execute on function vault.rewrite() to ${vaultRole};

revoke maintain on vault.key from ${vaultRole};
revoke maintain on vault.blind_index from ${vaultRole};

-- What is sampled for the planner is copied into a catalog, where no rewriting reaches it.
alter table vault.key alter column wrapped set statistics 0;
alter table vault.blind_index alter column mark set statistics 0;
