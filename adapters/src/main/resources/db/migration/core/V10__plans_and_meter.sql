-- What each plan allows, from when on. A number that is absent bounds nothing.
create table plan_terms (
    plan_id varchar(32) not null,
    effective_from timestamp(6) with time zone not null,
    name varchar(64) not null,
    plan_rank integer not null,
    person_day bigint,
    person_month bigint,
    person_minute bigint,
    person_concurrent bigint,
    organization_day bigint,
    organization_month bigint,
    organization_minute bigint,
    organization_concurrent bigint,
    key_minute bigint,
    pool_second bigint,
    pool_concurrent bigint,
    expensive_units integer not null,
    expensive_minute bigint,
    overages varchar(64) not null,
    cache_seconds integer not null,
    may_bypass_cache boolean not null,
    constraint plan_terms_pk primary key (plan_id, effective_from)
);

-- What each plan includes of one kind of backend; * stands for every kind that is not named.
create table plan_right (
    plan_id varchar(32) not null,
    effective_from timestamp(6) with time zone not null,
    backend_kind varchar(32) not null,
    reading varchar(16) not null,
    writing varchar(16) not null,
    sending varchar(16) not null,
    destroying varchar(16) not null,
    batch boolean not null,
    expensive boolean not null,
    constraint plan_right_pk primary key (plan_id, effective_from, backend_kind),
    constraint plan_right_of_terms foreign key (plan_id, effective_from)
        references plan_terms (plan_id, effective_from)
);

insert into plan_terms values
    ('free', timestamp with time zone '2000-01-01 00:00:00+00', 'Free', 1,
        100, null, 5, 2, 300, null, 15, 4, 5, 20, 40, 5, 1,
        'BLOCK', 300, false),
    ('pro', timestamp with time zone '2000-01-01 00:00:00+00', 'Pro', 2,
        5000, null, 20, 5, 25000, null, 100, 25, 20, 60, 120, 5, 4,
        'BLOCK SOFT METERED', 60, false),
    ('ultra', timestamp with time zone '2000-01-01 00:00:00+00', 'Ultra', 3,
        50000, null, 50, 10, 250000, null, 500, 100, 50, 120, 240, 5, 10,
        'BLOCK SOFT METERED', 15, true),
    -- the default where no billing is set up
    ('unlimited', timestamp with time zone '2000-01-01 00:00:00+00', 'Unlimited', 4,
        null, null, null, null, null, null, null, null, null, null, null, 5, null,
        'BLOCK', 15, true);

insert into plan_right values
    ('free', timestamp with time zone '2000-01-01 00:00:00+00', 'sallyport',
        'INCLUDED', 'NOT_INCLUDED', 'NOT_INCLUDED', 'NOT_INCLUDED', false, true),
    ('free', timestamp with time zone '2000-01-01 00:00:00+00', 'backlog',
        'INCLUDED', 'NOT_INCLUDED', 'NOT_INCLUDED', 'NOT_INCLUDED', false, false),
    ('free', timestamp with time zone '2000-01-01 00:00:00+00', 'inline',
        'INCLUDED', 'NOT_INCLUDED', 'NOT_INCLUDED', 'NOT_INCLUDED', false, false),
    ('pro', timestamp with time zone '2000-01-01 00:00:00+00', 'sallyport',
        'INCLUDED', 'INCLUDED', 'INCLUDED', 'INCLUDED', false, true),
    ('pro', timestamp with time zone '2000-01-01 00:00:00+00', 'backlog',
        'INCLUDED', 'INCLUDED', 'INCLUDED', 'INCLUDED', false, true),
    ('pro', timestamp with time zone '2000-01-01 00:00:00+00', 'inline',
        'INCLUDED', 'INCLUDED', 'INCLUDED', 'INCLUDED', false, true),
    ('pro', timestamp with time zone '2000-01-01 00:00:00+00', 'attio',
        'INCLUDED', 'INCLUDED', 'INCLUDED', 'INCLUDED', false, true),
    ('pro', timestamp with time zone '2000-01-01 00:00:00+00', 'openphone',
        'INCLUDED', 'NOT_INCLUDED', 'WITH_APPROVAL', 'NOT_INCLUDED', false, true),
    ('ultra', timestamp with time zone '2000-01-01 00:00:00+00', '*',
        'INCLUDED', 'INCLUDED', 'INCLUDED', 'INCLUDED', true, true),
    ('unlimited', timestamp with time zone '2000-01-01 00:00:00+00', '*',
        'INCLUDED', 'INCLUDED', 'INCLUDED', 'INCLUDED', true, true);

-- How much of a window is used and promised, by person, by organization, and used by tool.
create table quota_counter (
    organization_id varchar(32) not null,
    counted varchar(16) not null,
    subject varchar(64) not null,
    span varchar(8) not null,
    starts date not null,
    used bigint not null,
    reserved bigint not null,
    constraint quota_counter_pk primary key (organization_id, counted, subject, span, starts),
    constraint quota_counter_used check (used >= 0),
    constraint quota_counter_reserved check (reserved >= 0)
);

-- Units promised to a call that is under way.
create table quota_reservation (
    call_id varchar(32) not null,
    organization_id varchar(32) not null,
    person_id varchar(32) not null,
    plan_id varchar(32) not null,
    backend_id varchar(32) not null,
    tool varchar(64) not null,
    units bigint not null,
    at timestamp(6) with time zone not null,
    day_starts date not null,
    month_starts date,
    expires_at timestamp(6) with time zone not null,
    held_by varchar(32),
    constraint quota_reservation_pk primary key (call_id)
);
create index quota_reservation_expiry on quota_reservation (expires_at);

-- Units promised to an instance, for reads that it serves from memory; what it used is taken off.
create table quota_block (
    id varchar(32) not null,
    organization_id varchar(32) not null,
    person_id varchar(32) not null,
    plan_id varchar(32) not null,
    node varchar(64) not null,
    units bigint not null,
    at timestamp(6) with time zone not null,
    day_starts date not null,
    month_starts date,
    lease_ends timestamp(6) with time zone not null,
    constraint quota_block_pk primary key (id),
    constraint quota_block_units check (units >= 0)
);
create index quota_block_lease on quota_block (lease_ends);

-- What was used, once for each call. The units of a block that was lost are one event under its id.
create table usage_event (
    call_id varchar(32) not null,
    organization_id varchar(32) not null,
    person_id varchar(32) not null,
    plan_id varchar(32) not null,
    backend_id varchar(32) not null,
    tool varchar(64) not null,
    units bigint not null,
    at timestamp(6) with time zone not null,
    day_starts date not null,
    constraint usage_event_pk primary key (call_id),
    constraint usage_event_units check (units >= 0)
);
create index usage_event_day on usage_event (day_starts, organization_id);
