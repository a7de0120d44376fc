import type { RunSql } from '@nuangong/database';
import type { CaseRecordsContext } from '../../builder.ts';
import type { ApplicationStatus } from './application.ts';
import type { LockedApplication } from './lock-applications.ts';
import { sealOpinion } from './seal-opinion.ts';

/** An application and the status that a decision gives it. */
export interface KeptDecision {
  readonly application: LockedApplication;
  readonly to: ApplicationStatus;
}

/** Stores decisions with their opinion, sealed for each application and for its step; one statement however many. */
export async function keepDecisions(
  run: RunSql,
  decided: readonly KeptDecision[],
  { actor, parts }: Pick<CaseRecordsContext, 'actor' | 'parts'>,
  opinion: string,
  at: Date,
): Promise<void> {
  if (decided.length === 0) return;
  const words = decided.map(({ application }) => sealOpinion(parts.keyring, application, opinion));
  await run(
    `with given as materialized (
       select g.*, a.status as from_status
       from unnest($1::uuid[], $2::text[], $3::text[], $7::uuid[], $8::text[])
         as g(id, to_status, words, step_id, step_words) join aid_application a on a.id = g.id
     ), moved as (
       update aid_application a set status = g.to_status, opinion = g.words from given g where a.id = g.id
       returning a.id, a.organization_path, g.from_status, g.to_status, g.step_id, g.step_words
     )
     insert into application_step (id, application_id, organization_path, from_status, to_status, at, staff_id,
       staff_name, opinion)
     select step_id, id, organization_path, from_status, to_status, $4::timestamptz, $5::uuid, $6, step_words from moved`,
    decided.map(({ application }) => application.id),
    decided.map(({ to }) => to),
    words.map(({ ofApplication }) => ofApplication),
    at.toISOString(),
    actor.staffId,
    actor.name,
    words.map(({ stepId }) => stepId),
    words.map(({ ofStep }) => ofStep),
  );
}
