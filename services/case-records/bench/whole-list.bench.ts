import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@nuangong/access';
import { millisecondsOf, type Measurement } from '@nuangong/measurement';
import { buildActor } from '@nuangong/service/testing';
import { clerk, reviewer, startCaseRecords, type CaseRecordsService } from '../src/testing/case-records-service.ts';
import { fillDrafts } from '../src/testing/fill-drafts.ts';

const [shortest, ...longer] = [2_000, 10_000, 50_000] as const;
/** Files that a colleague submits one by one meanwhile. */
const byHand = 300;
const pauseMs = 200;

interface Timed {
  /** Milliseconds a row, of submitting and of passing the whole list. */
  readonly aRow: number;
  /** What a colleague waited at most, submitting single files meanwhile. */
  readonly longestWait: number;
  readonly seconds: number;
}

/**
 * Submitting and passing a whole list of a county, through the graph to the end of the job, while a colleague of the same
 * county submits single files: the time a row takes in a long list against that in a short one.
 */
export async function measure(): Promise<readonly Measurement[]> {
  const base = await timeList(shortest);
  const measured: Measurement[] = [];
  for (const households of longer) {
    const timed = await timeList(households);
    measured.push({
      zh: `整批提交和审核 ${households} 户，每户用时与 ${shortest} 户时相比`,
      en: `submitting and passing a list of ${households}: time a row against a list of ${shortest}`,
      ratios: [timed.aRow / base.aRow],
      aim: { most: 1.5 },
      detail: `${timed.seconds.toFixed(0)} s (${base.seconds.toFixed(0)} s); a colleague waited at most ${timed.longestWait.toFixed(0)} ms`,
    });
  }
  return measured;
}

async function timeList(households: number): Promise<Timed> {
  const service = await startCaseRecords();
  try {
    await fillDrafts(service, households + byHand);
    await service.inspect('set session_replication_role = replica');
    await service.inspect(`update case_file set status = 'RETURNED' where sequence > $1`, [households]);
    await service.inspect('set session_replication_role = origin');
    await service.inspect('vacuum analyze');
    const colleague = submitSingles(service);
    const milliseconds = await millisecondsOf(async () => {
      await carryOut(service, clerk, 'submitCaseFiles', households);
      await carryOut(service, reviewer, 'passCaseFiles', households);
    });
    return { aRow: milliseconds / households, seconds: milliseconds / 1_000, longestWait: await colleague.stop() };
  } finally {
    await service.stop();
  }
}

interface ToldJob {
  readonly id: string;
  readonly status: string;
  readonly done: number;
  readonly refused: number;
}

async function carryOut(service: CaseRecordsService, actor: Actor, name: string, least: number): Promise<void> {
  const { job, problems } = await service.command<{ job: ToldJob | null }>(actor, name, { all: true }, 'job { id }');
  if (job === null) throw new Error(`${name} began no job: ${JSON.stringify(problems)}`);
  for (;;) {
    const { told } = await service.ask<{ told: ToldJob }>(
      actor,
      'query($id: ID!) { told: caseRecordsJob(id: $id) { id status done refused } }',
      { id: job.id },
    );
    if (told.status === 'DONE' && told.done >= least) return;
    if (told.status !== 'RUNNING') throw new Error(`${name} ended otherwise: ${JSON.stringify(told)}`);
    await pause(100);
  }
}

function submitSingles(service: CaseRecordsService): { stop(): Promise<number> } {
  const colleague = buildActor({ name: '李明', roles: ['CLERK'] });
  let stopping = false;
  let longest = 0;
  const submit = async (): Promise<void> => {
    const files = await service.inspect<{ id: string }>(`select id from case_file where status = 'RETURNED' order by sequence`);
    for (const { id } of files) {
      if (stopping) return;
      longest = Math.max(longest, await millisecondsOf(() => service.command(colleague, 'submitCaseFiles', { ids: [id] }, 'rows { ok }')));
      await pause(pauseMs);
    }
  };
  const submitting = submit();
  return {
    async stop() {
      stopping = true;
      await submitting;
      return longest;
    },
  };
}
