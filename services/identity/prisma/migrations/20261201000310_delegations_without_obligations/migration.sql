-- The scheduled task that opens missing obligations looks through the delegations of all organisations.
do $$ begin
  execute format('create policy missing_owner on delegation for select to %I using (true)', current_user);
  execute format('create policy missing_owner on staff for select to %I using (true)', current_user);
end $$;
