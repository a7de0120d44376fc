-- What the service knows of campaigns, from their opening: money is kept for one that its unit takes part in, or for none.
create table campaign (
  id uuid primary key,
  organization_path text collate "C" not null,
  name text not null
);
call access.protect_issued('campaign');
