-- What an organisation sets for itself and those below it, from a day on (设置); identity's own, and elsewhere what its
-- events tell. A later setting follows an earlier one; none is changed.
create table organization_setting (
  organization_path text collate "C" not null,
  organization_id   uuid not null,
  kind              text not null check (kind in ('POSTING_WORKING_DAYS')),
  value             integer not null,
  from_day          date not null,
  set_by            uuid not null,
  set_at            timestamptz not null,
  constraint setting_once_a_day primary key (organization_id, kind, from_day),
  constraint posting_working_days_in_bounds check (kind <> 'POSTING_WORKING_DAYS' or value between 3 and 30)
);
create index organization_setting_organization_path_idx on organization_setting (organization_path, kind, from_day);
call access.protect_issued('organization_setting');
call access.append_only('organization_setting');

-- What holds for an organisation on a day: the nearest at or above it that set anything by then, by its latest setting;
-- null if there is none.
create function access.setting_of(path text, setting text, on_day date) returns integer language plpgsql stable
parallel safe as $$
begin
  return (select s.value from public.organization_setting s
    where s.organization_path = any (access.at_or_above(path)) and s.kind = setting and s.from_day <= on_day
    order by length(s.organization_path) desc, s.from_day desc limit 1);
end $$;
