-- What the public reads: the exact bytes, and the columns that lists filter and sort by. updated_at is when the text was
-- saved, changed_at when readers last got to see an act of an editor or import.
create table published_article (
    id              text        primary key,
    version         bigint      not null,
    document        bytea       not null,
    uri             text,
    kind            text        not null,
    type            text,
    title           text        not null,
    surtitle        text,
    description     text,
    language        text        not null,
    sort_order      int         not null,
    hidden          boolean     not null,
    classifications text[]      not null,
    contributors    text[]      not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    changed_at      timestamptz not null,
    withdrawn_at    timestamptz
) with (fillfactor = 70);

create index published_article_newest on published_article (created_at, id) where withdrawn_at is null;
create index published_article_changed on published_article (changed_at, id) where withdrawn_at is null;
create index published_article_by_uri on published_article ((coalesce(uri, '')), id) where withdrawn_at is null;
create index published_article_uri on published_article (uri text_pattern_ops);
create index published_article_classifications on published_article using gin (classifications);
create index published_article_contributors on published_article using gin (contributors);

-- Articles to render again once the change that touches them is committed. Insert-only, so that a writer never waits
-- for it; the worker takes all of an article's rows at once, under that article's row lock.
create table rerender (
    seq        bigint      generated always as identity primary key,
    article_id text        not null,
    fan_out    boolean     not null,
    due_at     timestamptz not null
);

create index rerender_article on rerender (article_id);
create index rerender_due on rerender (due_at, seq);
