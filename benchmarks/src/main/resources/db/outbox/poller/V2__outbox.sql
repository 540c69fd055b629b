create table outbox (
    id        bigint generated always as identity primary key,
    aggregate text  not null,
    payload   bytea not null
);
