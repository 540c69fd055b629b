create table aggregate (
    id      text primary key,
    version bigint not null
) with (fillfactor = 50);

insert into aggregate select 'a-' || number, 0 from generate_series(0, 199) number;
