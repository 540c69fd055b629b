create table idempotent_response (
    scope       text primary key,
    fingerprint bytea       not null,
    status      int         not null,
    headers     text        not null,
    body        bytea       not null,
    created_at  timestamptz not null default now()
);
create index on idempotent_response (created_at);

-- pgoutput wants a publication; it is empty, since only messages are read
create publication consilium_outbox;

-- how far a relay's slot has been acknowledged by Kafka: tells a recreated slot from a kept one
create table outbox_position (
    slot text primary key,
    lsn  pg_lsn not null
);

create table import_job (
    id          text primary key default uuidv7()::text,
    format      text        not null,
    total       int         not null,
    created     int         not null default 0,
    updated     int         not null default 0,
    unchanged   int         not null default 0,
    rejected    int         not null default 0,
    created_at  timestamptz not null default now(),
    started_at  timestamptz,
    finished_at timestamptz
);
create index on import_job (created_at) where finished_at is null;

-- what is still to do, and what was rejected; a record that went well is deleted
create table import_record (
    job_id  text not null references import_job on delete cascade,
    number  int  not null,
    name    text not null,
    content bytea,
    reason  text,
    primary key (job_id, number)
);
create index on import_record (job_id, number) where reason is not null;
