-- The scheduled task that opens missing obligations looks through the postings and applications of all organisations.
do $$ begin
  execute format('create policy missing_owner on public_posting for select to %I using (true)', current_user);
  execute format('create policy missing_owner on application_step for select to %I using (true)', current_user);
end $$;
