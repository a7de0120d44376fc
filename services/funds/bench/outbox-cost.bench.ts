import { fileURLToPath } from 'node:url';
import { createDatabase } from '@nuangong/database';
import { createTestDatabase } from '@nuangong/database/testing';
import { inMilliseconds, interleave, millisecondsOf, type Measurement } from '@nuangong/local/measurement';
import { valueOf } from '@nuangong/primitives';
import { Client } from 'pg';
import type { Transaction } from '../src/builder.ts';
import { payBatch } from '../src/disbursement/pay-batch.ts';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { commandOf, openFunds, prepareApprovedBatch } from './approved-batch.ts';

const runs = 9;
const payments = 5_000;

/**
 * Paying an approved batch of 5,000 payments by the service's own command, to the end of the commit, against the same
 * command in the same database whose `announce_payments` does nothing: no event made, none put into the outbox, no
 * relay woken. Everything else of the posting is untouched.
 */
export async function measure(): Promise<readonly Measurement[]> {
  const migrationsDirectory = fileURLToPath(new URL('../prisma/migrations', import.meta.url));
  const databases = await createTestDatabase({ migrationsDirectory, serviceRole: 'nuangong_funds' });
  const { url } = databases;
  const database = createDatabase<Transaction>({ url, connect: (adapter) => new PrismaClient({ adapter }) });
  const owner = new Client({ connectionString: databases.ownerUrl });
  await owner.connect();
  try {
    const funds = await openFunds(database);
    const announcing = await definitionOfAnnouncing(owner);
    const paying = (announced: number) => async () => {
      const batchId = await prepareApprovedBatch(database, owner, funds, payments);
      await owner.query(announced > 0 ? announcing : announceNothing);
      const milliseconds = await millisecondsOf(async () => valueOf(await payBatch(commandOf(database), { batchId })));
      await demandEvents(owner, batchId, announced);
      return milliseconds;
    };
    const [withEvents, withoutEvents] = [paying(payments), paying(0)];
    await withEvents();
    await withoutEvents();
    const { ours, byHand } = await interleave(runs, withEvents, withoutEvents);
    return [
      {
        zh: '过账 5,000 笔发放：连同事件入发件箱，与不记事件相比的用时',
        en: 'posting 5,000 payments: time with their events in the outbox against the same without events',
        ratios: ours.map((each, run) => each / (byHand[run] ?? Number.NaN)),
        aim: { most: 1.1 },
        detail: `${inMilliseconds(ours)}; without ${inMilliseconds(byHand)}`,
      },
    ];
  } finally {
    await owner.end();
    await database.stop();
    await databases.drop();
  }
}

const announceNothing = `create or replace function announce_payments(batch uuid, request text, at timestamptz)
  returns void language sql as ''`;

async function definitionOfAnnouncing(owner: Client): Promise<string> {
  const { rows } = await owner.query<{ definition: string }>(
    "select pg_get_functiondef('announce_payments'::regproc) as definition",
  );
  if (rows[0] === undefined) throw new Error('announce_payments is not there');
  return rows[0].definition;
}

async function demandEvents(owner: Client, batchId: string, events: number): Promise<void> {
  const { rows } = await owner.query<{ paid: number; events: number }>(
    `select (select count(*)::int from payment where batch_id = $1::uuid and status = 'PAID') as paid,
       (select count(*)::int from outbox where envelope #>> '{data,batchId}' = $1::text) as events`,
    [batchId],
  );
  const expected = JSON.stringify({ paid: payments, events });
  if (JSON.stringify(rows[0]) !== expected) throw new Error(`not ${expected}: ${JSON.stringify(rows[0])}`);
}
