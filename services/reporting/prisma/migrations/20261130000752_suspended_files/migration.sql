-- A suspended file is not active: it counts for no period that it was suspended all through.
alter type "FactKind" add value 'CASE_FILE_SUSPENDED' after 'CASE_FILE_EXITED';
