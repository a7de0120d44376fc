/** One measured ratio with its runs in order, from which median and spread are computed. */
export type Measurement = {
  readonly zh: string;
  readonly en: string;
  /** Ours against the hand-written one, per run. */
  readonly ratios: readonly number[];
  /** `least` 0.6: the median should be at least 0.6; `most` 1.5: at most. Without an aim it is for information. */
  readonly aim?: { readonly least: number } | { readonly most: number };
  /** Other figures worth showing: memory, rows per second. */
  readonly detail?: string;
};

/** The resources of a bench file: a separate PostgreSQL (its superuser's address), and an empty folder. */
export type Bench = { readonly postgresUrl: string; readonly folder: string };

/** A bench file `<package>/bench/<name>.bench.ts` exports `measure`. */
export type BenchFile = { readonly measure: (bench: Bench) => Promise<readonly Measurement[]> };

/** The median of the runs, and the spread from the lowest to the highest. */
export function medianAndSpread(values: readonly number[]): { median: number; lowest: number; highest: number } {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = sorted.length / 2;
  const median = sorted.length % 2 === 1 ? at(Math.floor(middle)) : (at(middle - 1) + at(middle)) / 2;
  return { median, lowest: at(0), highest: at(sorted.length - 1) };
}

/** Whether the median meets the aim; undefined without an aim. */
export function isReached({ ratios, aim }: Measurement): boolean | undefined {
  if (aim === undefined) return undefined;
  const { median } = medianAndSpread(ratios);
  return 'least' in aim ? median >= aim.least : median <= aim.most;
}

/** Milliseconds of each run of both sides, in order. */
export type Pairs = { readonly ours: readonly number[]; readonly byHand: readonly number[] };

/** Runs both sides in turn, alternating which goes first; each returns the milliseconds of its measured part. */
export async function interleave(
  runs: number,
  ours: (run: number) => Promise<number>,
  byHand: (run: number) => Promise<number>,
): Promise<Pairs> {
  const pairs = { ours: [] as number[], byHand: [] as number[] };
  for (let run = 0; run < runs; run++) {
    if (run % 2 === 0) pairs.ours.push(await ours(run));
    pairs.byHand.push(await byHand(run));
    if (run % 2 === 1) pairs.ours.push(await ours(run));
  }
  return pairs;
}

/** The milliseconds that some work takes. */
export async function millisecondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}

/** Formats figures for a bench's output: median and spread, in milliseconds. */
export function inMilliseconds(values: readonly number[]): string {
  const { median, lowest, highest } = medianAndSpread(values);
  return `${median.toFixed(0)} ms (${lowest.toFixed(0)}–${highest.toFixed(0)})`;
}
