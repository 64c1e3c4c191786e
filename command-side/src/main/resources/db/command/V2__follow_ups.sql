-- What the joints between MLA requests and preservations must know of the other side. Derived from events; may be emptied
-- and filled again at any time.

create table command.follow_up_preservation (
    preservation uuid primary key,
    from_state   text not null,
    to_state     text not null
);

create table command.follow_up_request (
    request     uuid primary key,
    from_state  text not null,
    to_state    text not null,
    -- the first legal receipt as known now, after all corrections; null as long as there is none
    received_at timestamptz,
    -- false once the request was withdrawn or decided: then there is nothing to hold data for
    pending     boolean not null
);

create table command.follow_up_link (
    preservation uuid not null,
    request      uuid not null,
    -- who names the other one: 'request' or 'preservation'. Each side takes back only what it said itself.
    stated_by    text not null check (stated_by in ('request', 'preservation')),
    primary key (preservation, request, stated_by)
);

create index follow_up_link_request on command.follow_up_link (request);

grant select, insert, update, delete, truncate
    on command.follow_up_preservation, command.follow_up_request, command.follow_up_link to ${appRole};
