import type { RunningSystem, SystemOptions } from './system.ts';

/** One measured ratio: its runs in order, so that median and spread can be shown. */
export type Measurement = {
  readonly zh: string;
  readonly en: string;
  /** Ours against the hand-written one, per run. */
  readonly ratios: readonly number[];
  /** `least` 0.6: the median should be 0.6 or more; `most` 1.5: or less. */
  readonly aim: { readonly least: number } | { readonly most: number };
  /** Further figures worth showing: memory, rows a second. */
  readonly detail?: string;
};

/** What a bench file has at hand: a PostgreSQL of its own (superuser's address) and the way to start a whole system. */
export type Bench = {
  readonly postgresUrl: string;
  readonly folder: string;
  readonly startSystem: (options: SystemOptions) => Promise<RunningSystem>;
};

/** A bench file `<package>/bench/<name>.bench.ts` exports `measure`. */
export type BenchFile = { readonly measure: (bench: Bench) => Promise<readonly Measurement[]> };

/** The middle of the runs, and the spread: from the lowest to the highest. */
export function medianAndSpread(values: readonly number[]): { median: number; lowest: number; highest: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
  return { median, lowest: at(0), highest: at(sorted.length - 1) };
}

/** Whether the median keeps to the aim. */
export function isReached({ ratios, aim }: Measurement): boolean {
  const { median } = medianAndSpread(ratios);
  return 'least' in aim ? median >= aim.least : median <= aim.most;
}
