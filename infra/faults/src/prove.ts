import { join } from 'node:path';
import { openEmbeddedEngine } from './cell/embedded-engine.ts';
import type { CellPlace } from './cell/place.ts';
import { runSeeds } from './run-seeds.ts';
import { sabotages, type SabotageName } from './sabotage/sabotages.ts';
import type { TrialReport } from './trial.ts';

/** After this many trials in which the fault happened, a sabotage counts as not found; and after so many seeds at all. */
const trialsAtMost = 12;
const seedsAtMost = 40;

/** The result of trials of a program that was broken on purpose. */
export type Proof = { readonly name: SabotageName; readonly foundBy: TrialReport | undefined };

/** Breaks the program on purpose and runs trials until one shows it. */
export async function prove(
  name: SabotageName,
  options: { readonly folder: string; readonly prepared: CellPlace; readonly from: number },
): Promise<Proof> {
  let happened = 0;
  const reports = await runSeeds({
    transport: 'embedded',
    openEngine: openEmbeddedEngine,
    seeds: Array.from({ length: seedsAtMost }, (_, place) => options.from + place),
    cells: 1,
    folder: options.folder,
    prepared: options.prepared,
    only: sabotages[name].fault,
    preload: [join(import.meta.dirname, 'sabotage', 'preload.ts')],
    environment: { NUANGONG_SABOTAGE: name },
    report: () => undefined,
    goOn: ({ violations, faults }) => {
      if (faults.some((fault) => fault.happened)) happened += 1;
      return violations.length === 0 && happened < trialsAtMost;
    },
  });
  return { name, foundBy: reports.find(({ violations }) => violations.length > 0) };
}
