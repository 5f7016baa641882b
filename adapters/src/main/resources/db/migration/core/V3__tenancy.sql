-- Who there is, where data belongs, and who belongs where. People belong to no organization; every
-- other table from here on names the one its rows belong to.
create table people (
    person_id varchar(32) not null,
    -- absent when erased
    email varchar(254),
    locale varchar(64) not null,
    standing varchar(16) not null,
    created_at timestamp(6) with time zone not null,
    constraint people_pk primary key (person_id),
    constraint people_email unique (email),
    constraint people_standing check (standing in ('ACTIVE', 'SUSPENDED', 'ERASED')),
    constraint people_erased check ((standing = 'ERASED') = (email is null))
);

create table organizations (
    organization_id varchar(32) not null,
    name varchar(100) not null,
    slug varchar(63) not null,
    kind varchar(16) not null,
    standing varchar(16) not null,
    plan_id varchar(32) not null,
    next_plan_id varchar(32),
    next_plan_at timestamp(6) with time zone,
    billing_reference varchar(128),
    overage varchar(16) not null,
    overage_cap bigint not null,
    billing_day integer not null,
    taint_mode varchar(16) not null,
    taint_minutes integer not null,
    constraint organizations_pk primary key (organization_id),
    constraint organizations_slug unique (slug),
    constraint organizations_next_plan check ((next_plan_id is null) = (next_plan_at is null))
);

create table memberships (
    organization_id varchar(32) not null,
    person_id varchar(32) not null,
    role varchar(16) not null,
    constraint memberships_pk primary key (organization_id, person_id),
    constraint memberships_role check (role in ('OWNER', 'ADMIN', 'MEMBER', 'AUDITOR'))
);
create index memberships_of_person on memberships (person_id);

create table accounts (
    organization_id varchar(32) not null,
    account_id varchar(32) not null,
    person_id varchar(32) not null,
    grant_id varchar(32) not null,
    backend_id varchar(32) not null,
    sealed_credential bytea not null,
    state varchar(16) not null,
    linked_at timestamp(6) with time zone not null,
    constraint accounts_pk primary key (organization_id, account_id),
    constraint accounts_one_per_grant_and_backend unique (organization_id, grant_id, backend_id),
    constraint accounts_state check (state in ('LIVE', 'STALE'))
);
