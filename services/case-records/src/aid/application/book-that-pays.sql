-- The book that pays an approved application: the one that its campaign names, else the nearest at or above where its
-- organisation stood at the approval, because a grant stays with the book that promised it.
create function book_that_pays(application uuid) returns text language plpgsql stable as $$
declare
  named text;
  place text;
  approved timestamptz;
  move record;
begin
  select c.book_path, a.organization_path, a.approved_at into named, place, approved
  from aid_application a left join campaign c on c.id = a.campaign_id where a.id = application;
  if named is not null or place is null then
    return named;
  end if;
  for move in select m.former_path, m.path from organization_move m where m.moved_at > approved order by m.sequence desc loop
    if place ^@ move.path then
      place := move.former_path || substr(place, length(move.path) + 1);
    end if;
  end loop;
  return access.book_of((select o.organization_path from organization o where place ^@ o.organization_path
    order by length(o.organization_path) desc limit 1));
end $$;
