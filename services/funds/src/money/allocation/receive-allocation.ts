import { codeOf } from '@nuangong/access';
import { readStoredDate, recordAudit } from '@nuangong/database';
import { contracts, fundSource, newEventId } from '@nuangong/events';
import { fen, isUuid, localDateAt, ok, refuse, type LocalDate, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import type { Command } from '../../command.ts';
import { fundSourceNames } from '../fund/fund.ts';
import type { Allocation, Fund } from '../../generated/prisma/client.ts';
import { commitWaitingGrants } from '../grant/commit-waiting-grants.ts';
import { anotherBook, bookOf } from '../../ledger/ledger/book.ts';
import { lockBook, postEntry } from '../../ledger/ledger/post-entry.ts';
import { keepReceipt } from '../receipt/record-receipt.ts';

/**
 * Acknowledges an allocation: moves it out of transit in the superior's book and into the receiver's fund of the same
 * source and campaign (opened when there is none), both in one transaction; then commits waiting grants.
 */
export function receiveAllocation(
  command: Command,
  input: { readonly allocationId: string },
): Promise<Result<Allocation>> {
  return runCommand(command, { action: 'allocation.receive' }, async (tx) => {
    const { actor, at } = command;
    const missing = refuse(notFound({ zh: '下拨', en: 'allocation' }, 'allocationId'));
    if (!isUuid(input.allocationId)) return missing;
    const allocation = await tx.allocation.findUnique({ where: { id: input.allocationId } });
    if (allocation === null) return missing;
    if (allocation.toOrganizationPath !== actor.scope) return refuse(anotherBook());
    if (allocation.status === 'RECEIVED') return ok(allocation);
    const on = latest(localDateAt(at), readStoredDate(allocation.sentOn));
    await lockBook(tx, allocation.organizationPath);
    await lockBook(tx, actor.scope);
    const [settled] = await tx.$queryRaw<readonly { done: boolean }[]>`
      select settle_allocation(${allocation.id}::uuid, ${on}::date, ${actor.staffId}::uuid) as done`;
    if (settled?.done === true) await takeIn(command, tx, allocation, on);
    const after = await tx.allocation.findUniqueOrThrow({ where: { id: allocation.id } });
    return after.status === 'RECEIVED' ? ok(after) : refuse(changedMeanwhile());
  });
}

/** The later of two days: if the clock was set back, money is not received before the day it was sent. */
function latest(one: LocalDate, other: LocalDate): LocalDate {
  return one < other ? other : one;
}

async function takeIn(command: Command, tx: Transaction, allocation: Allocation, on: LocalDate): Promise<void> {
  const { actor, requestId, at } = command;
  const fund = (await findFund(tx, allocation)) ?? (await openFundFor(command, tx, allocation));
  const id = newEventId(at);
  const entryId = await postEntry(tx, {
    book: actor.scope,
    on,
    memo: `收 ${allocation.fromOrganizationName} 下拨`,
    originType: 'ALLOCATION_ARRIVED',
    originId: allocation.id,
    lines: [
      { account: 'BANK', fund: fund.id, debit: allocation.amountFen },
      { account: 'FROM_SUPERIOR', fund: fund.id, credit: allocation.amountFen },
    ],
  });
  const receipt = {
    fundId: fund.id,
    amount: fen(allocation.amountFen),
    payer: allocation.fromOrganizationName,
    receivedOn: on,
    dateReason: null,
    memo: null,
    idempotencyKey: `allocation-${allocation.id}`,
  };
  await keepReceipt(tx, command, fund, receipt, { id, entryId, allocationId: allocation.id });
  await announce(tx, { actor, requestId, at }, contracts['allocation-received.v1'], [
    {
      organizationPath: actor.scope,
      data: {
        allocationId: allocation.id,
        from: {
          id: allocation.fromOrganizationId,
          path: allocation.organizationPath,
          code: codeOf(allocation.organizationPath),
          name: allocation.fromOrganizationName,
        },
        to: bookOf(actor),
        source: fundSource.parse(allocation.source),
        amountFen: allocation.amountFen,
        campaignId: allocation.campaignId,
        on,
        purposes: allocation.purposes,
      },
    },
  ]);
  await recordAudit(tx, { actor, requestId }, [
    { action: 'allocation.receive', recordType: 'Allocation', recordId: allocation.id, after: { fundId: fund.id } },
  ]);
  await commitWaitingGrants(tx, command, actor.scope);
}

/** A fund of the receiver with the same source, campaign, year and purposes: the money keeps its restrictions. */
async function findFund(tx: Transaction, allocation: Allocation): Promise<Fund | null> {
  return tx.fund.findFirst({
    where: {
      organizationPath: allocation.toOrganizationPath,
      source: allocation.source,
      campaignId: allocation.campaignId,
      year: allocation.year,
      purposes: { equals: allocation.purposes },
    },
    orderBy: { id: 'asc' },
  });
}

const superiorMoneyPriority = 50;

async function openFundFor(command: Command, tx: Transaction, allocation: Allocation): Promise<Fund> {
  const { actor, at } = command;
  const source = fundSourceNames[fundSource.parse(allocation.source)].zh;
  const name =
    `${allocation.year}年${allocation.fromOrganizationName}下拨${source}（${allocation.purposes.join('、')}）`.slice(
      0,
      90,
    );
  const taken = await tx.fund.count({
    where: { organizationPath: allocation.toOrganizationPath, year: allocation.year, name: { startsWith: name } },
  });
  return tx.fund.create({
    data: {
      id: newEventId(at),
      organizationPath: allocation.toOrganizationPath,
      organizationId: actor.organizationId,
      organizationName: actor.organizationName,
      name: taken === 0 ? name : `${name}${taken + 1}`,
      source: allocation.source,
      purposes: allocation.purposes,
      year: allocation.year,
      campaignId: allocation.campaignId,
      priority: superiorMoneyPriority,
      openedBy: actor.staffId,
      openedAt: at,
    },
  });
}
