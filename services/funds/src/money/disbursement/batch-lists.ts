import { ok } from '@nuangong/primitives';
import type { JobInHand, JobKinds, Piece } from '@nuangong/service';
import type { Transaction } from '../../builder.ts';
import { commandOf } from '../../command.ts';
import { batchNumber } from './batch.ts';
import { nothingToPay, prepareBatch } from './prepare-batch.ts';
import { leftOut } from './waiting-grants.ts';
import type { RunningParts } from '../../running-parts.ts';

/** Most payments in one batch, the limit of banks' batch files; more grants become several batches. */
export const mostPaymentsOfBatch = 5_000;

interface MadeBatch {
  readonly id: string;
  /** As shown in the heading of its page: FF-202612-001. */
  readonly number: string;
  readonly payments: number;
}

const batchesIn = (state: JobInHand['state']): readonly MadeBatch[] => (state['batches'] ?? []) as readonly MadeBatch[];

const rowsOf = (ids: readonly string[], within: ReadonlySet<string>): Piece['rows'] =>
  ids.map((id) => (within.has(id) ? { id, ok: true, problems: [] } : { id, ok: false, problems: [leftOut()] }));

/** The commands over whole lists, by the kind of their job. */
export const wholeLists = {
  'batch.prepare': {
    title: { zh: '编制发放批次', en: 'Preparing batches' },
    action: 'batch.prepare',
    rowsOfPiece: mostPaymentsOfBatch,
    made: (state) =>
      batchesIn(state).map(({ id, number, payments }) => ({
        recordType: 'DisbursementBatch',
        id,
        name: { zh: `${number}（${payments} 笔）`, en: `${number} (payments: ${payments})` },
      })),
    async work(context, ids, { input, state }) {
      const campaignId = typeof input['campaignId'] === 'string' ? input['campaignId'] : null;
      const prepared = await prepareBatch(commandOf(context), { campaignId, grantIds: ids });
      // If a piece yields no batch, the following pieces still run: each one is a batch by itself.
      if (!prepared.ok)
        return prepared.problems.some(({ code }) => code === nothingToPay().code)
          ? ok({ rows: rowsOf(ids, new Set()) })
          : prepared;
      const { id, month, paymentCount: payments } = prepared.value;
      const number = batchNumber(month, prepared.value.number);
      const paid = await context.tx.payment.findMany({ where: { batchId: id }, select: { grantId: true } });
      const rows = rowsOf(ids, new Set(paid.map(({ grantId }) => grantId)));
      return ok({ rows, state: { batches: [...batchesIn(state), { id, number, payments }] } });
    },
  },
} as const satisfies JobKinds<Transaction, RunningParts>;
