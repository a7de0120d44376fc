import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@nuangong/access';
import type { CaseRecordsService } from './case-records-service.ts';

/** A job over a list, as its starter sees it. */
export interface ToldJob {
  readonly id: string;
  readonly status: string;
  readonly total: number;
  readonly done: number;
  readonly refused: number;
  readonly title: string;
  readonly reasons: readonly { readonly code: string }[];
}

export const told = 'id status total done refused title reasons { code }';
export type Command = 'submitCaseFiles' | 'passCaseFiles' | 'returnCaseFiles';

/** Runs commands over a whole list and reads their jobs. */
export function listCommands(service: () => CaseRecordsService) {
  const all = (actor: Actor, name: Command, more: object = {}) =>
    service().command<{ job: ToldJob | null; rows: readonly unknown[] }>(
      actor,
      name,
      { all: true, ...more },
      `rows { id } job { ${told} }`,
    );

  const jobOf = async (actor: Actor, id: string) =>
    (
      await service().ask<{ caseRecordsJob: ToldJob | null }>(
        actor,
        `query($id: ID!) { caseRecordsJob(id: $id) { ${told} } }`,
        { id },
      )
    ).caseRecordsJob;

  async function untilEnded(actor: Actor, id: string | undefined): Promise<ToldJob> {
    for (const deadline = Date.now() + 30_000; ; await pause(50)) {
      const job = await jobOf(actor, id ?? '');
      if (job !== null && job.status !== 'RUNNING') return job;
      if (Date.now() > deadline) throw new Error(`the job does not end: ${JSON.stringify(job)}`);
    }
  }

  return { all, jobOf, untilEnded };
}
