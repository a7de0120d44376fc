-- The order in which facts were told, which for one subject is the order of its events. A service's clock says when
-- something was recorded, and may be set back: it never says what came first.
alter table fact add column position bigint;
update fact set position = ordered.position
  from (select id, row_number() over (order by recorded_at, event_id, part) as position from fact) as ordered
  where ordered.id = fact.id;
alter table fact alter column position set not null;
alter table fact alter column position add generated always as identity;
select setval(pg_get_serial_sequence('fact', 'position'), (select coalesce(max(position), 0) + 1 from fact), false);

drop index fact_ends_earlier;
create index fact_ends_earlier on fact (subject_id) include (kind, happened_on, recorded_at, position) where ends_earlier;
