-- Releases people who are now entered elsewhere from untouched drafts of other organisations.
create function let_untouched_drafts_go(identities uuid[], untouched_since timestamptz) returns void
language sql security definer set search_path = public, pg_temp as $$
  update household h set live = false
  from case_file f
  where h.live and f.household_id = h.id and f.status in ('DRAFT', 'RETURNED') and f.updated_at < untouched_since
    and not is_in_scope(h.organization_path)
    and h.id = any(array(select m.household_id from household_member m
      where m.living and m.identity_id = any(identities)));
$$;
