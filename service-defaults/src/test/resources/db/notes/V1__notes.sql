create table note (
    title   text primary key constraint short_title check (length(title) <= 40),
    version bigint not null default 1
);

-- one row for each time that an imported note was handled and the handling was kept
create table handled (title text not null);
