-- What the superior decided on a submitted table: returned with remarks at its cells, or accepted. The last one counts.
create type "ReviewDecision" as enum ('RETURNED', 'ACCEPTED');

create table submission_review (
  id                uuid primary key default uuidv7(),
  organization_path text collate "C" not null,
  submission_id     uuid not null,
  decision          "ReviewDecision" not null,
  opinion           text check (length(opinion) between 1 and 1000),
  cell_remarks      jsonb not null default '{}'::jsonb check (jsonb_typeof(cell_remarks) = 'object'),
  decided_by        uuid not null,
  decided_by_name   text not null,
  decided_at        timestamptz not null,
  constraint submission_review_submission_id_fkey foreign key (submission_id) references submission (id),
  constraint submission_review_says_why
    check (decision = 'ACCEPTED' or opinion is not null or cell_remarks <> '{}'::jsonb)
);
comment on column submission_review.organization_path is 'Of the organisation that submitted.';
comment on column submission_review.cell_remarks is 'The remark at each cell, by its key.';
create unique index submission_review_submission_id_decision_key on submission_review (submission_id, decision);
call access.protect('submission_review');
call access.append_only('submission_review');
