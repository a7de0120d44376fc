import { setTimeout as pause } from 'node:timers/promises';
import { millisecondsOf, type Measurement } from '@nuangong/measurement';
import { newEventId } from '@nuangong/events';
import { valueOf } from '@nuangong/primitives';
import { recordReceipt } from '../src/money/receipt/record-receipt.ts';
import { commitGrants } from '../src/testing/commit-grants.ts';
import { campaignId, finance, startFunds, type FundsService } from '../src/testing/funds-service.ts';
import { fundWith } from '../src/testing/money.ts';

const [shortest, ...longer] = [2_000, 10_000, 50_000] as const;
const pauseMs = 500;

interface Timed {
  readonly milliseconds: number;
  /** The longest wait of a colleague who records single receipts of the same book at the same time. */
  readonly longestWait: number;
}

/**
 * Prepares batches for all grants of a campaign, through the graph to the last batch, while a colleague records
 * receipts.
 */
export async function measure(): Promise<readonly Measurement[]> {
  const base = await timeGrants(shortest);
  const measured: Measurement[] = [];
  for (const grants of longer) {
    const timed = await timeGrants(grants);
    measured.push({
      zh: `编制 ${grants} 笔的发放批次，每笔用时与 ${shortest} 笔时相比`,
      en: `preparing batches for ${grants} grants: time a grant against ${shortest}`,
      ratios: [timed.milliseconds / grants / (base.milliseconds / shortest)],
      aim: { most: 1.5 },
      detail: `${(timed.milliseconds / 1_000).toFixed(1)} s (${(base.milliseconds / 1_000).toFixed(1)} s); a colleague waited at most ${timed.longestWait.toFixed(0)} ms`,
    });
  }
  return measured;
}

async function timeGrants(grants: number): Promise<Timed> {
  const funds = await startFunds();
  try {
    const fund = await fundWith(funds, '1000.00');
    await commitGrants(funds, grants);
    await funds.inspect('vacuum analyze');
    const colleague = recordReceipts(funds, fund.id);
    const milliseconds = await millisecondsOf(() => prepareAll(funds));
    const longestWait = await colleague.stop();
    const [paid] = await funds.inspect<{ n: number }>('select count(distinct grant_id)::int as n from payment');
    if (paid?.n !== grants) throw new Error(`${paid?.n} of ${grants} grants are in batches`);
    return { milliseconds, longestWait };
  } finally {
    await funds.stop();
  }
}

async function prepareAll(funds: FundsService): Promise<void> {
  const query =
    'mutation($id: ID) { prepareBatch(input: { campaignId: $id }) { problems { code } batch { id } job { id } } }';
  const { prepareBatch } = await funds.ask<{ prepareBatch: { batch: unknown; job: { id: string } | null } }>(
    finance,
    query,
    { id: campaignId },
  );
  if (prepareBatch.job === null && prepareBatch.batch === null) throw new Error(JSON.stringify(prepareBatch));
  while (prepareBatch.job !== null) {
    const asked = 'query($id: ID!) { told: fundsJob(id: $id) { status reasons { code } } }';
    const { told } = await funds.ask<{ told: { status: string } }>(finance, asked, { id: prepareBatch.job.id });
    if (told.status === 'DONE') return;
    if (told.status !== 'RUNNING') throw new Error(JSON.stringify(told));
    await pause(100);
  }
}

function recordReceipts(funds: FundsService, fundId: string): { stop(): Promise<number> } {
  let stopping = false;
  let longest = 0;
  const recordOne = async (): Promise<void> => {
    const coming = {
      fundId,
      amount: '1.00',
      payer: '县财政局',
      receivedOn: '2026-12-01',
      idempotencyKey: newEventId(),
    };
    valueOf(await recordReceipt(funds.commandOf(finance), coming));
  };
  const record = async (): Promise<void> => {
    for (;;) {
      if (stopping) return;
      longest = Math.max(longest, await millisecondsOf(recordOne));
      await pause(pauseMs);
    }
  };
  const recording = record();
  return {
    async stop() {
      stopping = true;
      await recording;
      return longest;
    },
  };
}
