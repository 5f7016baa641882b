-- What is kept of API keys. The key itself is nowhere; its hash needs a key of the server.
create table api_keys (
    organization_id varchar(32) not null,
    key_id varchar(32) not null,
    grant_id varchar(32) not null,
    person_id varchar(32) not null,
    client_id varchar(512) not null,
    name varchar(100) not null,
    scopes text not null,
    hash varchar(128) not null,
    hint varchar(8) not null,
    created_at timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    revoked_at timestamp(6) with time zone,
    last_used_at timestamp(6) with time zone,
    constraint api_keys_pk primary key (key_id),
    constraint api_keys_hash unique (hash)
);
create index api_keys_of_organization on api_keys (organization_id, created_at);
