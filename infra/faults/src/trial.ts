import { setTimeout as sleep } from 'node:timers/promises';
import { city } from '@nuangong/demonstration-city';
import type { Cell } from './cell/cell.ts';
import { checkAcknowledged } from './check/acknowledged-happened.ts';
import { checkDeadLetters } from './check/dead-letters.ts';
import { checkStandingPromises } from './check/standing-promises.ts';
import { settle } from './check/settle.ts';
import { violation, type Violation } from './check/violation.ts';
import { inject } from './fault/inject.ts';
import type { Poison } from './fault/injection.ts';
import type { FaultKind, TrialPlan } from './plan.ts';
import { openNotebook, type Acknowledgement } from './work/acknowledged.ts';
import { ClosingTime } from './work/desk.ts';
import { countyOf, doWork } from './work/do-work.ts';

/** The result of one seed. */
export type TrialReport = {
  readonly seed: number;
  readonly faults: readonly { readonly kind: FaultKind; readonly happened: boolean }[];
  readonly acknowledged: number;
  readonly violations: readonly Violation[];
  readonly ms: number;
};

/** What a cell keeps from trial to trial: its records remain, and are checked again. */
export type CellMemory = {
  readonly identityNumbers: Set<string>;
  readonly poison: Poison[];
  readonly acknowledged: Acknowledgement[];
};

export const freshMemory = (): CellMemory => ({ identityNumbers: new Set(), poison: [], acknowledged: [] });

/** How long the clients of a trial run at most, in milliseconds. */
const workAtMostMs = 10_000;

/** Does the work of a plan under its faults, waits until the system has settled, and checks every promise. */
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
 * A command whose client gave up may still wait for a connection, for up to ten seconds, and run after the system had
 * settled: violations found immediately are checked again when no such command can be left.
 */
const stragglersMs = 11_000;

async function checkPromises(cell: Cell, plan: TrialPlan, memory: CellMemory): Promise<readonly Violation[]> {
  const checked = await Promise.all([
    checkAcknowledged(cell, memory.acknowledged),
    checkDeadLetters(cell, memory.poison),
    whileServicesAnswer(checkStandingPromises(cell, { county: plan.work.county, units: [city, countyOf(plan.work)] })),
  ]);
  return checked.flat();
}

async function whileServicesAnswer(checked: Promise<readonly Violation[]>): Promise<readonly Violation[]> {
  return checked.catch((error: unknown) => {
    if (error instanceof ClosingTime) return [violation('services answer once nothing is broken', error.message)];
    throw error;
  });
}

/** Services must survive every fault around them: only killed ones may restart. */
function endingsOf(cell: Cell): readonly Violation[] {
  return Object.values(cell.services).flatMap(({ name, endings }) =>
    endings.map((lines) => violation('a service outlives what breaks around it', `${name}: ${lines}`)),
  );
}
