create table paper (
    id           text   primary key,
    doi          text   unique,
    version      bigint not null,
    content_hash text   not null
);

create table published_paper (
    id         text        primary key,
    version    bigint      not null,
    document   bytea       not null,
    doi        text,
    title      text        not null,
    authors    text[]      not null,
    journal    text,
    year       int,
    updated_at timestamptz not null
);

create index published_paper_doi on published_paper (doi);
create index published_paper_authors on published_paper using gin (authors);
create index published_paper_journal on published_paper (journal);
create index published_paper_year on published_paper (year);
