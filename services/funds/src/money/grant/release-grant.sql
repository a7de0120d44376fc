-- Frees what was set aside for an unpaid grant that lapses; others that wait take it.
create function release_grant(released uuid, at timestamptz, request text) returns void language plpgsql as $$
declare
  g aid_grant;
begin
  update commitment set status = 'RELEASED' where grant_id = released and status = 'HELD';
  update aid_grant set status = 'RELEASED', missing_fen = null where id = released returning * into strict g;
  update grant_hold set ended_at = at, outcome = 'RELEASED' where grant_id = released and ended_at is null;
  perform commit_waiting_grants(g.book_path, at, request);
end $$;
