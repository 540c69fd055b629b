-- Where every article that is or was public can be found, and by what name other pages show it.
create table address (
    id         text    primary key,
    uri        text,
    parent_uri text,
    title      text    not null,
    sort_order int     not null,
    hidden     boolean not null,
    withdrawn  boolean not null
) with (fillfactor = 70);

create index address_uri on address (uri);
create index address_children on address (parent_uri, sort_order, uri);

create table former_uri (
    uri        text        primary key,
    article_id text        not null,
    moved_at   timestamptz not null
);

create index former_uri_article on former_uri (article_id);

-- What a rendered article shows of others. The key is an id or a uri, whether or not something answers to it.
create table reference (
    source_id text    not null,
    key       text    not null,
    link      boolean not null,
    primary key (source_id, key)
);

create index reference_key on reference (key);
