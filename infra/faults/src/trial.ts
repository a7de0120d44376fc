import { setTimeout as sleep } from 'node:timers/promises';
import { city } from '@nuangong/demonstration-city';
import type { Cell } from './cell/cell.ts';
import { checkAcknowledged } from './check/acknowledged-happened.ts';
import { checkDeadLetters } from './check/dead-letters.ts';
import { checkLedgers } from './check/ledgers-balance.ts';
import { checkServicesAgree } from './check/services-agree.ts';
import { settle } from './check/settle.ts';
import { checkTable } from './check/table-equals-recount.ts';
import { checkTreeSums } from './check/tree-sums.ts';
import { violation, type Violation } from './check/violation.ts';
import { inject } from './fault/inject.ts';
import type { Poison } from './fault/injection.ts';
import type { FaultKind, TrialPlan } from './plan.ts';
import { openNotebook, type Acknowledgement } from './work/acknowledged.ts';
import { ClosingTime } from './work/desk.ts';
import { countyOf, doWork } from './work/do-work.ts';

/** What came of one seed. */
export type TrialReport = {
  readonly seed: number;
  readonly faults: readonly { readonly kind: FaultKind; readonly happened: boolean }[];
  readonly acknowledged: number;
  readonly violations: readonly Violation[];
  readonly ms: number;
};

/** What a cell remembers from trial to trial: its records stay, and are checked again. */
export type CellMemory = {
  readonly identityNumbers: Set<string>;
  readonly poison: Poison[];
  readonly acknowledged: Acknowledgement[];
};

export const freshMemory = (): CellMemory => ({ identityNumbers: new Set(), poison: [], acknowledged: [] });

/** How long the clients of a trial go on at most, in milliseconds. */
const workAtMostMs = 10_000;

/** Has the work of a plan done under its faults, waits until everything has come to rest, and checks every promise. */
export async function runTrial(cell: Cell, plan: TrialPlan, memory: CellMemory): Promise<TrialReport> {
  const began = performance.now();
  const notebook = openNotebook();
  const closing = { at: began + workAtMostMs };
  const work = doWork(cell, plan.work, notebook, closing, memory.identityNumbers).catch((error: unknown) => {
    if (!(error instanceof ClosingTime)) throw error;
  });
  const faults = await Promise.all(
    plan.faults.map(async (fault) => {
      const injection = await inject(cell, fault);
      memory.poison.push(...(injection.poison ?? []));
      return { kind: fault.kind, happened: injection.happened };
    }),
  );
  await work;
  memory.acknowledged.push(...notebook.acknowledged);
  const unsettled = await settle(cell, memory.poison);
  let broken = await checkPromises(cell, plan, memory);
  if (unsettled.length === 0 && broken.length > 0) {
    await sleep(stragglersMs);
    broken = [...(await settle(cell, memory.poison)), ...(await checkPromises(cell, plan, memory))];
  }
  const violations = [...unsettled, ...broken, ...endingsOf(cell)];
  const { length } = notebook.acknowledged;
  return { seed: plan.seed, faults, acknowledged: length, violations, ms: performance.now() - began };
}

/**
 * A command whose client went home may still wait for a connection, and be carried out after everything else had come to
 * rest: what is found at once is looked for again when none can be left. A service waits for ten seconds.
 */
const stragglersMs = 11_000;

async function checkPromises(cell: Cell, plan: TrialPlan, memory: CellMemory): Promise<readonly Violation[]> {
  const checked = await Promise.all([
    checkAcknowledged(cell, memory.acknowledged),
    checkDeadLetters(cell, memory.poison),
    checkLedgers(cell),
    checkServicesAgree(cell),
    whileServicesAnswer(checkTable(cell, plan.work.county)),
    whileServicesAnswer(checkTreeSums(cell, [city, countyOf(plan.work)])),
  ]);
  return checked.flat();
}

async function whileServicesAnswer(checked: Promise<readonly Violation[]>): Promise<readonly Violation[]> {
  return checked.catch((error: unknown) => {
    if (error instanceof ClosingTime) return [violation('services answer once nothing is broken', error.message)];
    throw error;
  });
}

/** Services go on through whatever breaks around them; only who is killed starts anew. */
function endingsOf(cell: Cell): readonly Violation[] {
  return Object.values(cell.services).flatMap(({ name, endings }) =>
    endings.map((lines) => violation('a service outlives what breaks around it', `${name}: ${lines}`)),
  );
}
