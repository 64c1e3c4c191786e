-- When a request was sent, and an index from which the meters count without touching a row.
alter table query.mla_register_0 add column sent_at timestamptz;
alter table query.mla_register_1 add column sent_at timestamptz;
alter table query.preservation_register_0 add column sent_at timestamptz;
alter table query.preservation_register_1 add column sent_at timestamptz;

create index mla_register_0_census on query.mla_register_0 (status, sent_at) where not sealed;
create index mla_register_1_census on query.mla_register_1 (status, sent_at) where not sealed;
create index preservation_register_0_census on query.preservation_register_0 (status, sent_at) where not sealed;
create index preservation_register_1_census on query.preservation_register_1 (status, sent_at) where not sealed;
