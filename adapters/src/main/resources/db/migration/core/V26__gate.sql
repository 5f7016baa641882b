-- What the gate stands on: what people allowed, what was written, asked, sent, read and changed.
create table grants (
    grant_id varchar(32) not null,
    organization_id varchar(32) not null,
    person_id varchar(32) not null,
    client_id varchar(512) not null,
    -- what was consented to; never changed
    terms text not null,
    narrowing text not null,
    budget_sends integer not null,
    budget_recipients integer not null,
    budget_newcomers integer not null,
    given_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    revoked_at timestamp(6) with time zone,
    generation bigint not null,
    constraint grants_pk primary key (grant_id)
);
create index grants_of_person on grants (organization_id, person_id);

create table claims (
    organization_id varchar(32) not null,
    claim_id varchar(32) not null,
    call_id varchar(32) not null,
    person_id varchar(32) not null,
    backend_id varchar(32) not null,
    grant_id varchar(32) not null,
    tool varchar(64) not null,
    key_text varchar(128) not null,
    key_chosen boolean not null,
    -- the key while it is held, absent once it is free again
    open_key varchar(130),
    arguments_hash varchar(64) not null,
    state varchar(32) not null,
    epoch integer not null,
    -- the instance that answers for it while it is open
    node varchar(64) not null,
    claimed_at timestamp(6) with time zone not null,
    changed_at timestamp(6) with time zone not null,
    arguments longblob,
    answer longblob,
    constraint claims_pk primary key (organization_id, claim_id),
    constraint claims_one_per_key unique (organization_id, grant_id, tool, open_key),
    constraint claims_state check (
        state in ('CLAIMED', 'SENDING', 'DONE', 'FAILED_BEFORE_SEND', 'UNKNOWN'))
);
create index claims_by_state on claims (state, claimed_at);

create table claim_parts (
    organization_id varchar(32) not null,
    claim_id varchar(32) not null,
    number integer not null,
    state varchar(32) not null,
    reference varchar(256) not null,
    changed_at timestamp(6) with time zone not null,
    constraint claim_parts_pk primary key (organization_id, claim_id, number),
    constraint claim_parts_state check (
        state in ('STARTED', 'DONE', 'FAILED_BEFORE_SEND', 'UNKNOWN'))
);

create table approvals (
    organization_id varchar(32) not null,
    approval_id varchar(32) not null,
    person_id varchar(32) not null,
    grant_id varchar(32) not null,
    tool varchar(64) not null,
    binding varchar(128) not null,
    -- the binding while the question is open or approved, absent afterwards
    live_binding varchar(128),
    rule text not null,
    state varchar(16) not null,
    asked_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    sealed_text longblob,
    constraint approvals_pk primary key (organization_id, approval_id),
    constraint approvals_one_question unique (organization_id, grant_id, tool, live_binding),
    constraint approvals_state check (state in ('ASKED', 'APPROVED', 'DECLINED', 'USED'))
);
create index approvals_of_person on approvals (organization_id, person_id, state);
create index approvals_by_expiry on approvals (expires_at);

-- One row for each grant that sends: whoever counts holds it, so that counting takes turns.
create table spenders (
    organization_id varchar(32) not null,
    grant_id varchar(32) not null,
    constraint spenders_pk primary key (organization_id, grant_id)
);

create table spending_days (
    organization_id varchar(32) not null,
    grant_id varchar(32) not null,
    on_day date not null,
    sends integer not null,
    recipients integer not null,
    newcomers integer not null,
    constraint spending_days_pk primary key (organization_id, grant_id, on_day)
);

create table spending_claims (
    organization_id varchar(32) not null,
    claim_id varchar(32) not null,
    grant_id varchar(32) not null,
    on_day date not null,
    sends integer not null,
    constraint spending_claims_pk primary key (organization_id, claim_id)
);

create table spending_recipients (
    organization_id varchar(32) not null,
    claim_id varchar(32) not null,
    recipient varchar(128) not null,
    grant_id varchar(32) not null,
    on_day date not null,
    -- whether this is the claim with which the grant first wrote to them
    newcomer boolean not null,
    constraint spending_recipients_pk primary key (organization_id, claim_id, recipient)
);
create index spending_recipients_of_grant
    on spending_recipients (organization_id, grant_id, recipient, on_day);

create table taints (
    organization_id varchar(32) not null,
    grant_id varchar(32) not null,
    source varchar(128) not null,
    sealed_source bytea not null,
    until timestamp(6) with time zone not null,
    constraint taints_pk primary key (organization_id, grant_id, source)
);

-- What changed, for other instances to hear. Numbers are given before they are committed, so a lower
-- one may appear after a higher one.
create table change_log (
    number bigint generated by default as identity,
    -- `all` where it concerns all of them
    organization_id varchar(32) not null,
    subject varchar(32) not null,
    at timestamp(6) with time zone not null,
    constraint change_log_pk primary key (number)
);
create index change_log_by_time on change_log (at);

-- An instance holds the lease `node:` and its own name as long as it lives.
alter table lease alter column job set data type varchar(80);
