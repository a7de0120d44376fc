import { interleave, medianAndSpread, type Bench, type Measurement } from '@nuangong/measurement';
import { embedded, kafkaOn, withBroker, type Engine } from './engines.ts';
import { commitAlone, lagOver, type Load } from './linked-services.ts';

const runs = 5;
const paced: Load = { commands: 200, everyMs: 20 };
const burst: Load = { commands: 500, everyMs: 0 };

type Lags = { readonly p50: number; readonly p99: number };

/**
 * Measures how long after a command's commit its event takes effect in another service, in multiples of the median of
 * bare commits: those of the same transactions (a row and its event in the outbox) at the same pace, with nobody
 * reading the outbox. Commits are as durable as PostgreSQL makes them by default; services, events and bare commits
 * share one server. All engines and the bare commits take turns.
 */
export async function measure({ folder }: Bench): Promise<readonly Measurement[]> {
  const withKafka = await withBroker(folder, (brokers) => measureEngines([embedded, kafkaOn(brokers)]));
  return withKafka ?? measureEngines([embedded]);
}

async function measureEngines(engines: readonly Engine[]): Promise<readonly Measurement[]> {
  const lags = engines.map((engine) => ({ engine, paced: [] as Lags[], burst: [] as Lags[] }));
  const commits: Lags[] = [];
  await interleave(
    runs,
    async () => {
      for (const { engine, paced: ofPaced, burst: ofBurst } of lags) {
        ofPaced.push(percentiles(await lagOver(engine, paced)));
        ofBurst.push(percentiles(await lagOver(engine, burst)));
      }
      return Number.NaN;
    },
    async () => {
      commits.push(percentiles(await commitAlone(paced)));
      return Number.NaN;
    },
  );
  const every = { zh: `每 ${paced.everyMs} 毫秒一笔`, en: `one command every ${paced.everyMs} ms` };
  const atOnce = { zh: `${burst.commands} 笔同时`, en: `${burst.commands} at once` };
  return lags.flatMap(({ engine, paced: ofPaced, burst: ofBurst }) => [
    lagOf(engine, 'p50', every, ofPaced, commits),
    { ...lagOf(engine, 'p99', every, ofPaced, commits), ...(engine === embedded ? { aim: { most: 10 } } : {}) },
    lagOf(engine, 'p50', atOnce, ofBurst, commits),
    lagOf(engine, 'p99', atOnce, ofBurst, commits),
  ]);
}

function lagOf(
  engine: Engine,
  which: keyof Lags,
  load: { readonly zh: string; readonly en: string },
  lags: readonly Lags[],
  commits: readonly Lags[],
): Measurement {
  const [p50, p99] = [spreadOf(commits.map((commit) => commit.p50)), spreadOf(commits.map((commit) => commit.p99))];
  return {
    zh: `${engine.zh}：从提交到生效的延迟 ${which}，${load.zh}，以单独提交的中位用时为 1`,
    en: `${engine.en}: lag from commit to effect, ${which}, ${load.en}, against the median of the commit alone`,
    ratios: lags.map((lag, run) => lag[which] / (commits[run]?.p50 ?? Number.NaN)),
    detail: `${spreadOf(lags.map((lag) => lag[which]))}; commit p50 ${p50}, p99 ${p99}`,
  };
}

function percentiles(values: readonly number[]): Lags {
  const sorted = values.toSorted((a, b) => a - b);
  const at = (share: number): number => sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
  return { p50: at(0.5), p99: at(0.99) };
}

function spreadOf(values: readonly number[]): string {
  const { median, lowest, highest } = medianAndSpread(values);
  return `${median.toFixed(1)} ms (${lowest.toFixed(1)}–${highest.toFixed(1)})`;
}
