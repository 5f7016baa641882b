-- One data key for each person, wrapped; or the mark that it was destroyed and must not come again.
create table person_key (
    person_id varchar(32) not null,
    wrapped bytea,
    server_key_id varchar(16),
    destroyed_at timestamp(6) with time zone,
    constraint person_key_pk primary key (person_id),
    constraint person_key_is_kept_or_destroyed check (
        (wrapped is null and server_key_id is null and destroyed_at is not null)
        or (wrapped is not null and server_key_id is not null and destroyed_at is null)
    )
);

create index person_key_by_server_key on person_key (server_key_id, person_id);

-- Which keys this database was used with, as values that tell whether a key is the one.
create table key_check (
    key_id varchar(16) not null,
    check_value bytea not null,
    constraint key_check_pk primary key (key_id)
);

-- One row to stand in line at before checks are added.
create table key_check_turn (
    only_one integer not null default 1,
    taken bigint not null default 0,
    constraint key_check_turn_pk primary key (only_one),
    constraint key_check_turn_only_one check (only_one = 1)
);

insert into key_check_turn (only_one) values (1);
