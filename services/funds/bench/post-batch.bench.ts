import { fileURLToPath } from 'node:url';
import { createDatabase, identityOf, type Database } from '@nuangong/database';
import { createTestDatabase } from '@nuangong/database/testing';
import { inMilliseconds, interleave, millisecondsOf, type Measurement } from '@nuangong/measurement';
import { valueOf } from '@nuangong/primitives';
import { Client } from 'pg';
import type { Transaction } from '../src/builder.ts';
import { payBatch } from '../src/money/disbursement/pay-batch.ts';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { commandOf, finance, openFunds, prepareApprovedBatch } from './approved-batch.ts';
import { postBatchByHand } from './post-batch-by-hand.ts';

const runs = 5;
const payments = 5_000;

/**
 * Pays an approved batch of 5,000 payments by the service's own command (`payBatch`, through Prisma, with its audit
 * entry) against one hand-written statement that makes the same writes through node-pg. Both run as the service's role
 * under row-level security and the same constraints and triggers, to the end of the commit, each on a fresh batch of
 * the same database; the rows written are compared.
 */
export async function measure(): Promise<readonly Measurement[]> {
  const serviceDirectory = fileURLToPath(new URL('..', import.meta.url));
  const databases = await createTestDatabase({ serviceDirectory, serviceRole: 'nuangong_funds' });
  const { url } = databases;
  const database = createDatabase<Transaction>({ url, connect: (adapter) => new PrismaClient({ adapter }) });
  const owner = new Client({ connectionString: databases.ownerUrl });
  await owner.connect();
  try {
    const funds = await openFunds(database);
    const paidBy = (pay: (database: Database<Transaction>, batchId: string) => Promise<void>) => async () => {
      const batchId = await prepareApprovedBatch(database, owner, funds, payments);
      const milliseconds = await millisecondsOf(() => pay(database, batchId));
      await demandWritten(owner, batchId);
      return milliseconds;
    };
    await paidBy(payByService)();
    await paidBy(payByHand)();
    const { ours, byHand } = await interleave(runs, paidBy(payByService), paidBy(payByHand));
    return [
      {
        zh: '过账 5,000 笔发放（凭证、分录、事件），与一条手写 SQL 相比的用时',
        en: 'posting 5,000 payments with vouchers, entries and events: time against one hand-written statement',
        ratios: ours.map((each, run) => each / (byHand[run] ?? Number.NaN)),
        aim: { most: 1.5 },
        detail: `${inMilliseconds(ours)}; by hand ${inMilliseconds(byHand)}`,
      },
    ];
  } finally {
    await owner.end();
    await database.stop();
    await databases.drop();
  }
}

async function payByService(database: Database<Transaction>, batchId: string): Promise<void> {
  valueOf(await payBatch(commandOf(database), { batchId }));
}

async function payByHand(database: Database<Transaction>, batchId: string): Promise<void> {
  await database.sqlTransaction(identityOf(finance), (client) =>
    client.query(postBatchByHand, [batchId, '2026-12-12', finance.staffId, finance.name, commandOf(database).at]),
  );
}

/**
 * A payment from two funds has four lines; each has one entry, one voucher, one event; all sources add up to the total.
 */
async function demandWritten(owner: Client, batchId: string): Promise<void> {
  const { rows } = await owner.query<Record<string, number>>(
    `with paid as (select p.* from payment p where p.batch_id = $1 and p.status = 'PAID')
     select (select count(*)::int from paid) as paid,
       (select count(*)::int from journal_entry e join paid on paid.entry_id = e.id) as entries,
       (select count(*)::int from journal_line l join paid on paid.entry_id = l.entry_id)
         - (select 2 * count(*)::int from commitment_part c join paid on paid.commitment_id = c.commitment_id) as
           "missingLines",
       (select count(*)::int from voucher v where v.batch_id = $1) as vouchers,
       (select count(*)::int from outbox o where o.envelope #>> '{data,batchId}' = $1::text) as events,
       (select sum(s.amount_fen)::int from payment_source s join paid on paid.id = s.payment_id) as "sourcesFen"`,
    [batchId],
  );
  const each = { paid: payments, entries: payments, missingLines: 0, vouchers: payments, events: payments };
  const written = JSON.stringify(rows[0]);
  if (written !== JSON.stringify({ ...each, sourcesFen: payments * 30_000 })) throw new Error(`not paid: ${written}`);
}
