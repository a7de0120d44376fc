import { setTimeout as pause } from 'node:timers/promises';
import type { Actor } from '@nuangong/access';
import { millisecondsOf, type Measurement } from '@nuangong/measurement';
import { buildActor, type TestService } from '@nuangong/service/testing';
import type { Transaction } from '../src/builder.ts';

export const [shortest, ...longer] = [2_000, 10_000, 50_000] as const;
/** The number of files that a colleague submits one by one while the commands run. */
export const byHand = 2_000;
const pauseMs = 500;

type Ask = TestService<Transaction>['ask'];

/** The timings of the commands over one list. */
export interface TimedList {
  /** Milliseconds per row, by command. */
  readonly aRow: Readonly<Record<string, number>>;
  /** The longest that a colleague waited when submitting single files, in milliseconds. */
  readonly longestWait: number;
}

/** A command's texts for its measurement. */
export interface CommandWords {
  readonly zh: string;
  readonly en: string;
}

/** Compares the time per row of each command in long lists with that in a short list. */
export async function againstShortest(
  commands: Readonly<Record<string, CommandWords>>,
  timeList: (rows: number) => Promise<TimedList>,
): Promise<readonly Measurement[]> {
  const base = await timeList(shortest);
  const measured: Measurement[] = [];
  for (const rows of longer) {
    const timed = await timeList(rows);
    for (const [name, { zh, en }] of Object.entries(commands)) {
      const [long = 0, short = 1] = [timed.aRow[name], base.aRow[name]];
      measured.push({
        zh: `整批${zh} ${rows} 行，每行用时与 ${shortest} 行时相比`,
        en: `${en} a list of ${rows}: time a row against a list of ${shortest}`,
        ratios: [long / short],
        aim: { most: 1.5 },
        detail: `${((long * rows) / 1_000).toFixed(0)} s (${((short * shortest) / 1_000).toFixed(1)} s); a colleague waited at most ${timed.longestWait.toFixed(0)} ms`,
      });
    }
  }
  return measured;
}

/** Retries once if a connection was closed while being reused: client and service share one busy process. */
function askTwice(ask: Ask): Ask {
  const asking = async (...given: Parameters<Ask>): Promise<unknown> => {
    try {
      return await ask(...given);
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return ask(...given);
    }
  };
  return asking as Ask;
}

/**
 * Runs a command over a list through the graph and waits for the end of its job; returns milliseconds per row.
 *
 * @param rows the least number of rows: files that the colleague finishes are added to later lists.
 */
export async function timeCommand(
  given: Ask,
  actor: Actor,
  command: { readonly name: string; readonly inputType: string; readonly input: object },
  rows: number,
): Promise<number> {
  const ask = askTwice(given);
  const { name, inputType, input } = command;
  let done = rows;
  const milliseconds = await millisecondsOf(async () => {
    const query = `mutation($input: ${inputType}!) { told: ${name}(input: $input) { problems { code } job { id } } }`;
    const { told } = await ask<{ told: { job: { id: string } | null } }>(actor, query, { input });
    if (told.job === null) throw new Error(`${name} began no job: ${JSON.stringify(told)}`);
    done = await untilDone(ask, actor, told.job.id, rows);
  });
  return milliseconds / done;
}

async function untilDone(ask: Ask, actor: Actor, id: string, rows: number): Promise<number> {
  const query =
    'query($id: ID!) { told: caseRecordsJob(id: $id) { status done refused rows(outcome: REFUSED, perPage: 1) { items { problems { code } } } } }';
  for (;;) {
    const { told } = await ask<{ told: { status: string; done: number } }>(actor, query, { id });
    if (told.status === 'DONE' && told.done >= rows) return told.done;
    if (told.status !== 'RUNNING') throw new Error(`the job ended otherwise: ${JSON.stringify(told)}`);
    await pause(100);
  }
}

/**
 * A colleague of the same county who submits returned files one by one until stopped; `stop` returns the longest wait.
 */
export function submitSingles(given: Ask, files: readonly string[]): { stop(): Promise<number> } {
  const ask = askTwice(given);
  const colleague = buildActor({ name: '李明', roles: ['CLERK'] });
  const query = 'mutation($input: CaseFilesInput!) { submitCaseFiles(input: $input) { rows { ok } } }';
  let stopping = false;
  let longest = 0;
  const submit = async (): Promise<void> => {
    for (const id of files) {
      if (stopping) return;
      const asking = ask<{ submitCaseFiles: { rows: readonly { ok: boolean }[] } }>;
      longest = Math.max(
        longest,
        await millisecondsOf(async () => {
          const { submitCaseFiles } = await asking(colleague, query, { input: { ids: [id] } });
          if (submitCaseFiles.rows.length !== 1) throw new Error(`not submitted: ${JSON.stringify(submitCaseFiles)}`);
        }),
      );
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
