-- One record may oblige several organisations, each once: a campaign obliges every unit to submit its table.
drop index obligation_open_once;
create unique index obligation_open_once on obligation (kind, record_id, organization_path) where status = 'OPEN';
