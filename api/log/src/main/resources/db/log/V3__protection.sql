-- What binds the vault is rare and looked up at each start, of all requests at once. The names stand here without their family,
-- as the query in EventLog has them.
create index event_protection on log.event (position)
    where split_part(name, '.', 2) in ('PersonalDataErased', 'ProcessingRestricted', 'RestrictionLifted');
