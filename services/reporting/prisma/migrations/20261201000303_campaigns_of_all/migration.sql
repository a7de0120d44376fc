-- The scheduled task that opens the obligations of tables looks through the campaigns of all organisations.
do $$ begin
  execute format('create policy tables_owner on campaign for select to %I using (true)', current_user);
end $$;
