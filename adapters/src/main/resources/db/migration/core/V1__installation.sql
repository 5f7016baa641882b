-- The one installation that this database belongs to.
create table installation (
    only_one integer not null default 1,
    id varchar(32) not null,
    since timestamp(6) with time zone not null,
    constraint installation_pk primary key (only_one),
    constraint installation_only_one check (only_one = 1)
);
