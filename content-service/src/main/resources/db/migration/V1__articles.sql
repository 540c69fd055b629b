-- The aggregate: one version counter; its state, its draft and what of it is live are versions of that counter.
create table article (
    id                  text        primary key,
    kind                text        not null check (kind in ('page', 'post')),
    uri                 text        constraint article_uri_taken unique deferrable initially immediate,
    version             bigint      not null,
    state_version       bigint      not null,
    draft_version       bigint      not null,
    draft_authors       text[]      not null,
    review_state        text        not null check (review_state in ('open', 'approved', 'changes-requested')),
    publish_at          timestamptz,
    allow_missing_links boolean     not null,
    live_version        bigint,
    rendered_version    bigint,
    published_at        timestamptz,
    withdrawn_at        timestamptz,
    created_at          timestamptz not null,
    import_name         text,
    import_hash         text
) with (fillfactor = 70);

create index article_publish_at on article (publish_at) where publish_at is not null;
create index article_uri_prefix on article (uri text_pattern_ops);

create table article_revision (
    article_id text        not null references article on delete cascade,
    version    bigint      not null,
    content    jsonb       not null,
    saved_by   text,
    saved_at   timestamptz not null,
    primary key (article_id, version)
);

create table article_review (
    article_id    text        not null references article on delete cascade,
    version       bigint      not null,
    draft_version bigint      not null,
    decision      text        not null check (decision in ('approve', 'request-changes')),
    comment       text,
    reviewer      text        not null,
    decided_at    timestamptz not null,
    primary key (article_id, version)
);
