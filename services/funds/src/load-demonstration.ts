import { scopeOf, systemActor, type Actor } from '@nuangong/access';
import { createDatabase, identityOf, loadingWaitMs, prismaSql } from '@nuangong/database';
import { city, organizations, province, winterCampaignId, winterCampaignName } from '@nuangong/demonstration-city';
import { rememberOrganizations } from '@nuangong/organizations';
import { localDateAt, partsOf, valueOf } from '@nuangong/primitives';
import type { Transaction } from './builder.ts';
import { rememberCampaign } from './money/campaign/remember-campaign.ts';
import type { Command } from './command.ts';
import { openFund } from './money/fund/open-fund.ts';
import type { Fund } from './generated/prisma/client.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { decidePendingEntry } from './money/second-person/decide-pending-entry.ts';
import { recordReceipt } from './money/receipt/record-receipt.ts';

/** Entries above the limit need a second person, in the demonstration too. */
const checkerId = '00000000-0000-7000-8000-0000000000c2';

const actor: Actor = { ...systemActor(scopeOf(city.path)), organizationId: city.id, organizationName: city.name };

const cityFunds = [
  {
    source: 'UNION',
    name: '市总工会送温暖专项资金',
    amount: '5000000.00',
    payer: `${city.name}经费`,
    document: '锦工发〔2026〕18号',
    priority: 50,
  },
  {
    source: 'LOCAL_FISCAL',
    name: '市财政送温暖专项资金',
    amount: '2000000.00',
    payer: '锦官市财政局',
    document: '锦财预〔2026〕45号',
    priority: 100,
  },
] as const;

/**
 * A receipt above the limit that the city's head of finance finds on the landing page; not booked until it is checked.
 */
const waitingReceipt = {
  amount: '800000.00',
  payer: `${city.name}经费`,
  memo: '追加送温暖资金',
  document: '锦工发〔2026〕31号',
  idempotencyKey: 'demonstration-waits',
} as const;

/**
 * Gives the demonstration city its money for the winter campaign: 5,000,000.00 yuan of the union's own money,
 * 2,000,000.00 of the city's fiscal money, and one more receipt that waits for the head of finance. Does not change
 * what already exists. The receipts publish events like any others.
 */
export async function loadDemonstration(ownerUrl: string, at: Date): Promise<void> {
  const database = createDatabase<Transaction>({
    url: ownerUrl,
    connect: (adapter) => new PrismaClient({ adapter }),
    connections: 2,
    connectionWaitMs: loadingWaitMs,
  });
  const command: Command = { actor, at, requestId: 'demonstration', database };
  try {
    // The service learns of them from their events, which may come later.
    await database.transaction({ ...identityOf(actor), scope: scopeOf(province.path) }, (tx) =>
      rememberOrganizations(prismaSql(tx), organizations),
    );
    await database.transaction(identityOf(actor), (tx) =>
      rememberCampaign(tx, { id: winterCampaignId, organizationPath: city.path, name: winterCampaignName }),
    );
    for (const planned of cityFunds) {
      const fund = (await findFund(command, planned.source)) ?? (await open(command, planned));
      const received = await database.transaction(identityOf(actor), (tx) =>
        tx.receipt.count({ where: { fundId: fund.id } }),
      );
      if (received > 0) continue;
      const { waiting } = valueOf(
        await recordReceipt(command, {
          fundId: fund.id,
          amount: planned.amount,
          payer: planned.payer,
          receivedOn: localDateAt(at),
          memo: '本年度送温暖资金',
          idempotencyKey: `demonstration-${planned.source}`,
          document: planned.document,
        }),
      );
      if (waiting === null) continue;
      const checking = { ...command, actor: { ...actor, staffId: checkerId } };
      valueOf(await decidePendingEntry(checking, { id: waiting.id, confirm: true }));
    }
    await leaveWaiting(command);
  } finally {
    await database.stop();
  }
}

async function leaveWaiting(command: Command): Promise<void> {
  const { idempotencyKey } = waitingReceipt;
  const known = await command.database.transaction(identityOf(actor), (tx) =>
    tx.pendingEntry.count({ where: { organizationPath: city.path, idempotencyKey } }),
  );
  const fund = await findFund(command, 'UNION');
  if (known > 0 || fund === null) return;
  valueOf(await recordReceipt(command, { ...waitingReceipt, fundId: fund.id, receivedOn: localDateAt(command.at) }));
}

function findFund(command: Command, source: string): Promise<Fund | null> {
  return command.database.transaction(identityOf(actor), (tx) =>
    tx.fund.findFirst({
      where: { organizationPath: city.path, campaignId: winterCampaignId, source },
      orderBy: { id: 'asc' },
    }),
  );
}

async function open(command: Command, planned: (typeof cityFunds)[number]): Promise<Fund> {
  return valueOf(
    await openFund(command, {
      name: planned.name,
      source: planned.source,
      purposes: ['送温暖'],
      year: partsOf(localDateAt(command.at)).year,
      campaignId: winterCampaignId,
      priority: planned.priority,
    }),
  );
}
