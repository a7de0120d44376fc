import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import { startCell, type Cell } from './cell/cell.ts';
import type { OpenEngine } from './cell/engine.ts';
import { copyPlace, type CellPlace } from './cell/place.ts';
import { planTrial, type FaultKind, type TransportName } from './plan.ts';
import { freshMemory, runTrial, type CellMemory, type TrialReport } from './trial.ts';

export type RunOptions = {
  readonly transport: TransportName;
  readonly openEngine: OpenEngine;
  readonly seeds: readonly number[];
  /** The number of cells in parallel; each takes the next seed when it is free. */
  readonly cells: number;
  /** An empty folder that PostgreSQL's user may enter. */
  readonly folder: string;
  /** The place that each cell copies at its start. */
  readonly prepared: CellPlace;
  readonly only?: FaultKind | undefined;
  readonly preload?: readonly string[];
  /** Further environment variables of every service. */
  readonly environment?: Readonly<Record<string, string>>;
  readonly report: (report: TrialReport) => void;
  /** Whether to continue after a trial; by default always. */
  readonly goOn?: (report: TrialReport) => boolean;
};

/**
 * Runs the trials of some seeds. A cell keeps its records for the next seed, so that they grow as in a real system;
 * after a violation it is created again, so that no later seed is blamed for it.
 */
export async function runSeeds(options: RunOptions): Promise<readonly TrialReport[]> {
  const waiting = [...options.seeds];
  const reports: TrialReport[] = [];
  let stopped = false;

  async function work(number: number): Promise<void> {
    let made = 0;
    let running: { readonly cell: Cell; readonly memory: CellMemory; readonly directory: string } | undefined;
    const close = async () => {
      await running?.cell.stop();
      if (running) await rm(running.directory, { recursive: true, force: true });
      running = undefined;
    };
    try {
      while (!stopped) {
        const seed = waiting.shift();
        if (seed === undefined) return;
        if (running === undefined) {
          made += 1;
          const directory = join(options.folder, `cell-${number}-${made}`);
          const place = await copyPlace(options.prepared, directory);
          const { openEngine, preload = [], environment = {} } = options;
          const cell = await startCell({ place, openEngine, preload, environment });
          running = { cell, memory: freshMemory(), directory };
        }
        const report = await runTrial(running.cell, planTrial(seed, options.transport, options.only), running.memory);
        reports.push(report);
        options.report(report);
        stopped ||= options.goOn?.(report) === false;
        if (report.violations.length > 0) await close();
      }
    } finally {
      await close();
    }
  }

  await Promise.all(Array.from({ length: Math.min(options.cells, options.seeds.length) }, (_, number) => work(number)));
  return reports.toSorted((one, other) => one.seed - other.seed);
}
