import { recordAudit, storedDate } from '@nuangong/database';
import { contracts, fundSource, newEventId } from '@nuangong/events';
import {
  localDateAt,
  mapResult,
  ok,
  problem,
  refuse,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import { requireCampaign } from '../campaign/require-campaign.ts';
import type { Command } from '../../command.ts';
import type { Allocation, Fund, Organization, PendingEntry } from '../../generated/prisma/client.ts';
import { anotherBook, bookOf } from '../../ledger/ledger/book.ts';
import { lockBook } from '../../ledger/ledger/post-entry.ts';
import { keepPendingEntry } from '../pending-entry/keep-pending-entry.ts';
import { mustWait } from '../pending-entry/pending-entry.ts';
import { idempotencyConflict } from '../receipt/receipt.ts';
import { notEnoughMoney, readNewAllocation, type NewAllocation, type SendAllocationInput } from './allocation.ts';

const notBelow = (): Problem =>
  problem(
    'NOT_A_SUBORDINATE',
    {
      zh: '只能向本单位的下级单位下拨，重新选择接收单位',
      en: 'Money can only be allocated to subordinate units. Choose another unit.',
    },
    'toOrganizationId',
  );

const otherCampaign = (): Problem =>
  problem(
    'OTHER_CAMPAIGN',
    {
      zh: '这笔资金限用于另一项活动，改选资金或活动',
      en: 'This fund is for another campaign. Choose another fund or campaign.',
    },
    'campaignId',
  );

/** The result of sending: the allocation, or the entry that waits for the head of finance. */
export interface SentAllocation {
  readonly allocation: Allocation | null;
  readonly waiting: PendingEntry | null;
}

/**
 * Sends money of a fund to a subordinate: it leaves the fund immediately and is in transit until received. Idempotent
 * by key. Above the limit it waits for the head of finance, with its document.
 */
export function sendAllocation(command: Command, input: SendAllocationInput): Promise<Result<SentAllocation>> {
  const constraints = {
    fund_never_below_zero: () => notEnoughMoney('amount'),
    fund_balance_balance_fen_check: () => notEnoughMoney('amount'),
    goes_to_a_subordinate: notBelow,
  };
  return runCommand(command, { action: 'allocation.send', constraints }, (tx) =>
    bookAllocation(command, tx, input, null),
  );
}

/** Sends money within the transaction of its command; `checked` is the entry that the head of finance has confirmed. */
export async function bookAllocation(
  command: Command,
  tx: Transaction,
  input: SendAllocationInput,
  checked: PendingEntry | null,
): Promise<Result<SentAllocation>> {
  const read = readNewAllocation(input);
  if (!read.ok) return read;
  const allocation = read.value;
  const fund = await tx.fund.findUnique({ where: { id: allocation.fundId } });
  if (fund === null) return refuse(notFound({ zh: '资金', en: 'fund' }, 'fundId'));
  if (fund.organizationPath !== command.actor.scope) return refuse(anotherBook());
  const receiver = await tx.organization.findUnique({ where: { id: allocation.toOrganizationId } });
  if (receiver === null) return refuse(notFound({ zh: '单位', en: 'unit' }, 'toOrganizationId'));
  if (receiver.organizationPath === fund.organizationPath) return refuse(notBelow());
  const campaign = await requireCampaign(tx, allocation.campaignId);
  if (!campaign.ok) return campaign;
  if (fund.campaignId !== null && allocation.campaignId !== null && allocation.campaignId !== fund.campaignId) {
    return refuse(otherCampaign());
  }
  await lockBook(tx, fund.organizationPath);
  const earlier = await tx.allocation.findFirst({
    where: { organizationPath: fund.organizationPath, idempotencyKey: allocation.idempotencyKey },
  });
  if (earlier !== null) {
    return isSame(earlier, allocation) ? ok({ allocation: earlier, waiting: null }) : refuse(idempotencyConflict());
  }
  if (checked === null && mustWait(allocation.amount)) {
    const { document } = input;
    const { amount: amountFen, idempotencyKey } = allocation;
    const counterpart = receiver.name;
    const wanted = {
      kind: 'ALLOCATION',
      fund,
      amountFen,
      counterpart,
      idempotencyKey,
      document,
      content: input,
    } as const;
    return mapResult(await keepPendingEntry(command, tx, wanted), (waiting) => ({ allocation: null, waiting }));
  }
  const sentBy = checked?.proposedBy ?? command.actor.staffId;
  return ok({ allocation: await send(command, tx, { fund, receiver, allocation, sentBy }), waiting: null });
}

function isSame(earlier: Allocation, allocation: NewAllocation): boolean {
  return (
    earlier.fundId === allocation.fundId &&
    earlier.toOrganizationId === allocation.toOrganizationId &&
    earlier.amountFen === allocation.amount &&
    earlier.matchingRequirement === allocation.matchingRequirement
  );
}

interface Sending {
  readonly fund: Fund;
  readonly receiver: Organization;
  readonly allocation: NewAllocation;
  readonly sentBy: string;
}

async function send(
  command: Command,
  tx: Transaction,
  { fund, receiver, allocation, sentBy }: Sending,
): Promise<Allocation> {
  const { actor, requestId, at } = command;
  const on = localDateAt(at);
  const campaignId = allocation.campaignId ?? fund.campaignId;
  const sent = await tx.allocation.create({
    data: {
      id: newEventId(at),
      organizationPath: fund.organizationPath,
      fromOrganizationId: fund.organizationId,
      fromOrganizationName: fund.organizationName,
      toOrganizationPath: receiver.organizationPath,
      toOrganizationId: receiver.id,
      toOrganizationName: receiver.name,
      fundId: fund.id,
      source: fund.source,
      purposes: fund.purposes,
      year: fund.year,
      campaignId,
      amountFen: allocation.amount,
      matchingRequirement: allocation.matchingRequirement,
      matchingRatio: allocation.matchingRatio,
      number: await nextNumber(tx, fund.organizationPath, on),
      idempotencyKey: allocation.idempotencyKey,
      sentOn: storedDate(on),
      sentBy,
    },
  });
  await tx.$executeRaw`select send_allocation(${sent.id}::uuid)`;
  const to = { id: receiver.id, path: receiver.organizationPath, code: receiver.code, name: receiver.name };
  await announce(tx, { actor, requestId, at }, contracts['allocation-sent.v1'], [
    {
      organizationPath: fund.organizationPath,
      data: {
        allocationId: sent.id,
        from: bookOf(actor),
        to,
        source: fundSource.parse(fund.source),
        amountFen: allocation.amount,
        campaignId,
        on,
      },
    },
  ]);
  await recordAudit(tx, { actor, requestId }, [
    { action: 'allocation.send', recordType: 'Allocation', recordId: sent.id, after: { ...allocation } },
  ]);
  return sent;
}

async function nextNumber(tx: Transaction, book: string, on: LocalDate): Promise<number> {
  const [row] = await tx.$queryRaw<readonly { number: number }[]>`
    select last_number(${book}, 'ALLOCATION', month_of(${on}::date)) + 1 as number`;
  return row?.number ?? 1;
}
