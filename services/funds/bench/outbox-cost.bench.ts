import { fileURLToPath } from 'node:url';
import { createDatabase } from '@nuangong/database';
import { createTestDatabase } from '@nuangong/database/testing';
import { inMilliseconds, interleave, millisecondsOf, type Measurement } from '@nuangong/measurement';
import { valueOf } from '@nuangong/primitives';
import { Client } from 'pg';
import type { Transaction } from '../src/builder.ts';
import { payBatch } from '../src/money/disbursement/pay-batch.ts';
import { PrismaClient } from '../src/generated/prisma/client.ts';
import { commandOf, openFunds, prepareApprovedBatch } from './approved-batch.ts';

const runs = 7;
const payments = 5_000;

/**
 * Pays an approved batch of 5,000 payments by the service's own command, to the end of the commit, against the same
 * command in the same database with an `announce_payments` that does nothing: it makes no event, writes nothing to the
 * outbox and wakes no relay. Also against one that makes every event and throws it away: the difference is the outbox
 * alone with its rows, indexes and trigger. The rest of the posting is the same.
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
    const announce = await readAnnouncing(owner);
    const paying = (announcing: string, events: number) => async () => {
      const batchId = await prepareApprovedBatch(database, owner, funds, payments);
      await owner.query(announcing);
      const milliseconds = await millisecondsOf(async () => valueOf(await payBatch(commandOf(database), { batchId })));
      await demandEvents(owner, batchId, events);
      return milliseconds;
    };
    const [kept, made, none] = [
      paying(announce, payments),
      paying(announceToNobody(announce), 0),
      paying(announceNothing, 0),
    ];
    for (const warmUp of [kept, made, none]) await warmUp();
    const thrownAway: number[] = [];
    const { ours, byHand } = await interleave(runs, kept, async () => {
      thrownAway.push(await made());
      return none();
    });
    return [
      costOf('事件与发件箱，与不记事件', 'events made and kept in the outbox, against no events', ours, byHand),
      costOf('仅发件箱，与只制作而不保存事件', 'the outbox alone, against events made and not kept', ours, thrownAway),
    ];
  } finally {
    await owner.end();
    await database.stop();
    await databases.drop();
  }
}

function costOf(zh: string, en: string, ours: readonly number[], without: readonly number[]): Measurement {
  return {
    zh: `过账 5,000 笔发放：${zh}相比的用时`,
    en: `posting 5,000 payments: ${en}`,
    ratios: ours.map((each, run) => each / (without[run] ?? Number.NaN)),
    aim: { most: 1.1 },
    detail: `${inMilliseconds(ours)}; without ${inMilliseconds(without)}`,
  };
}

const announceNothing = `create or replace function announce_payments(batch uuid, request text, at timestamptz)
  returns void language sql as ''`;

/** The function with a count of the events in place of the outbox. */
function announceToNobody(announcing: string): string {
  const toNobody = announcing
    .replace(/insert into outbox \([^)]*\)\s+select/u, 'select count(made) from (select')
    .replace(/\) e\s+\$function\$/u, ') e) as made $function$');
  if (toNobody.includes('outbox') || !toNobody.includes('as made')) throw new Error('announce_payments has changed');
  return toNobody;
}

async function readAnnouncing(owner: Client): Promise<string> {
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
