import { ok } from '@nuangong/primitives';
import type { JobKinds } from '@nuangong/service';
import type { Transaction } from '../builder.ts';
import { commandOf } from '../command.ts';
import { prepareBatch } from '../disbursement/prepare-batch.ts';
import { leftOut } from '../disbursement/waiting-grants.ts';
import type { RunningParts } from '../running-parts.ts';

/** Payments of one batch at most, as banks take them in one file: more grants become several batches. */
export const mostPaymentsOfBatch = 5_000;

/** The commands over whole lists, by their job's kind. */
export const wholeLists = {
  'batch.prepare': {
    title: { zh: '编制发放批次', en: 'Preparing batches' },
    action: 'batch.prepare',
    rowsOfPiece: mostPaymentsOfBatch,
    async work(context, ids, { input }) {
      const campaignId = typeof input['campaignId'] === 'string' ? input['campaignId'] : null;
      const prepared = await prepareBatch(commandOf(context), { campaignId, grantIds: ids });
      if (!prepared.ok) return prepared;
      const paid = await context.tx.payment.findMany({ where: { batchId: prepared.value.id }, select: { grantId: true } });
      const within = new Set(paid.map(({ grantId }) => grantId));
      return ok({ rows: ids.map((id) => (within.has(id) ? { id, ok: true, problems: [] } : { id, ok: false, problems: [leftOut()] })) });
    },
  },
} as const satisfies JobKinds<Transaction, RunningParts>;
