import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { contracts, fundSource, newEventId } from '@nuangong/events';
import { localDateAt, ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { Transaction } from '../builder.ts';
import type { Command } from '../command.ts';
import { incomeAccountOf } from '../fund/fund.ts';
import type { Fund, Receipt } from '../generated/prisma/client.ts';
import { commitWaitingGrants } from '../grant/commit-waiting-grants.ts';
import { anotherBook, bookOf } from '../ledger/book.ts';
import { lockBook, postEntry } from '../ledger/post-entry.ts';
import {
  idempotencyConflict,
  isSameReceipt,
  readNewReceipt,
  type NewReceipt,
  type RecordReceiptInput,
} from './receipt.ts';

/** Records income of a fund with its entry, once per key, and commits the grants that waited for it. */
export function recordReceipt(command: Command, input: RecordReceiptInput): Promise<Result<Receipt>> {
  return runCommand(command, { action: 'receipt.record' }, async (tx) => {
    const read = readNewReceipt(input, localDateAt(command.at));
    if (!read.ok) return read;
    const receipt = read.value;
    const fund = await tx.fund.findUnique({ where: { id: receipt.fundId } });
    if (fund === null) return refuse(notFound({ zh: '资金', en: 'fund' }, 'fundId'));
    if (fund.organizationPath !== command.actor.scope) return refuse(anotherBook());
    await lockBook(tx, fund.organizationPath);
    const earlier = await findByKey(tx, fund.organizationPath, receipt.idempotencyKey);
    if (earlier !== null) return sameOrConflict(earlier, receipt);
    return ok(await book(command, tx, fund, receipt));
  });
}

function findByKey(tx: Transaction, organizationPath: string, idempotencyKey: string): Promise<Receipt | null> {
  return tx.receipt.findUnique({ where: { organizationPath_idempotencyKey: { organizationPath, idempotencyKey } } });
}

function sameOrConflict(earlier: Receipt, receipt: NewReceipt): Result<Receipt> {
  const content = { ...earlier, amount: earlier.amountFen, receivedOn: readStoredDate(earlier.receivedOn) };
  return isSameReceipt(content, receipt) ? ok(earlier) : refuse(idempotencyConflict());
}

async function book(command: Command, tx: Transaction, fund: Fund, receipt: NewReceipt): Promise<Receipt> {
  const { actor, requestId, at } = command;
  const id = newEventId(at);
  const source = fundSource.parse(fund.source);
  const entryId = await postEntry(tx, {
    book: fund.organizationPath,
    on: receipt.receivedOn,
    memo: `收 ${receipt.payer}`,
    originType: 'RECEIPT',
    originId: id,
    lines: [
      { account: '102', fund: fund.id, debit: receipt.amount },
      { account: incomeAccountOf(source), fund: fund.id, credit: receipt.amount },
    ],
  });
  const recorded = await keepReceipt(tx, command, fund, receipt, { id, entryId, allocationId: null });
  await announce(tx, { actor, requestId, at }, contracts['receipt-recorded.v1'], [
    {
      organizationPath: fund.organizationPath,
      data: {
        receiptId: id,
        organization: bookOf(actor),
        fundId: fund.id,
        source,
        amountFen: receipt.amount,
        campaignId: fund.campaignId,
        receivedOn: receipt.receivedOn,
        purposes: fund.purposes,
      },
    },
  ]);
  await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
    { action: 'receipt.record', recordType: 'Receipt', recordId: id, after: { ...receipt } },
  ]);
  await commitWaitingGrants(tx, command, fund.organizationPath);
  return recorded;
}

/** Keeps a receipt and lays its money at the end of its fund's. */
export async function keepReceipt(
  tx: Transaction,
  command: Command,
  fund: Fund,
  receipt: NewReceipt,
  posted: { readonly id: string; readonly entryId: string; readonly allocationId: string | null },
): Promise<Receipt> {
  const recorded = await tx.receipt.create({
    data: {
      id: posted.id,
      organizationPath: fund.organizationPath,
      fundId: fund.id,
      amountFen: receipt.amount,
      payer: receipt.payer,
      receivedOn: storedDate(receipt.receivedOn),
      dateReason: receipt.dateReason,
      memo: receipt.memo,
      idempotencyKey: receipt.idempotencyKey,
      allocationId: posted.allocationId,
      entryId: posted.entryId,
      recordedBy: command.actor.staffId,
      recordedAt: command.at,
    },
  });
  await tx.$executeRaw`select add_inflow(${fund.organizationPath}, ${fund.id}::uuid, ${posted.id}::uuid,
    ${receipt.amount})`;
  return recorded;
}
