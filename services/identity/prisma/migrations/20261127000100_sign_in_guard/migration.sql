-- Attempts to sign in that are not known to be right, by the keyed digest of what they were for: a username, known or
-- not, or a member of staff's second factor. Counted before they are judged, so that guesses made at once all count.
-- no row security on sign_in_attempt: before sign-in nobody acts; it holds keyed digests, counts and moments alone
create table sign_in_attempt (
  target     bytea primary key check (length(target) = 32),
  attempts   integer not null default 0 check (attempts >= 0),
  last_at    timestamptz not null,
  not_before timestamptz
);
create index on sign_in_attempt (last_at);

alter table staff drop column failed_sign_ins, drop column locked_until;

drop function staff_at_sign_in(text);
create function staff_at_sign_in(wanted text)
  returns table (id uuid, organization_path text, password_hash text, active boolean)
  language sql stable security definer set search_path = public, pg_temp as $$
  select id, organization_path, password_hash, active from staff where username = wanted
$$;
