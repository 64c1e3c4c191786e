-- Since when the side that is to act is awaited; until a row is written anew, its last change stands for it.
alter table query.mla_register_0 add column turn_since timestamptz;
update query.mla_register_0 set turn_since = changed_at;
alter table query.mla_register_0 alter column turn_since set not null;
alter table query.mla_register_1 add column turn_since timestamptz;
update query.mla_register_1 set turn_since = changed_at;
alter table query.mla_register_1 alter column turn_since set not null;
alter table query.preservation_register_0 add column turn_since timestamptz;
update query.preservation_register_0 set turn_since = changed_at;
alter table query.preservation_register_0 alter column turn_since set not null;
alter table query.preservation_register_1 add column turn_since timestamptz;
update query.preservation_register_1 set turn_since = changed_at;
alter table query.preservation_register_1 alter column turn_since set not null;
alter table query.spontaneous_register_0 add column turn_since timestamptz;
update query.spontaneous_register_0 set turn_since = changed_at;
alter table query.spontaneous_register_0 alter column turn_since set not null;
alter table query.spontaneous_register_1 add column turn_since timestamptz;
update query.spontaneous_register_1 set turn_since = changed_at;
alter table query.spontaneous_register_1 alter column turn_since set not null;
