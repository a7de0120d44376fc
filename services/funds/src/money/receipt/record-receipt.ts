import { readStoredDate, recordAudit, storedDate } from '@nuangong/database';
import { contracts, fundSource, newEventId } from '@nuangong/events';
import { localDateAt, mapResult, ok, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { Transaction } from '../../builder.ts';
import type { Command } from '../../command.ts';
import type { Fund, PendingEntry, Receipt } from '../../generated/prisma/client.ts';
import { commitWaitingGrants } from '../grant/commit-waiting-grants.ts';
import { anotherBook, bookOf } from '../../ledger/ledger/book.ts';
import { lockBook, postEntry } from '../../ledger/ledger/post-entry.ts';
import { keepPendingEntry } from '../pending-entry/keep-pending-entry.ts';
import { mustWait } from '../pending-entry/pending-entry.ts';
import {
  idempotencyConflict,
  isSameReceipt,
  readNewReceipt,
  type NewReceipt,
  type RecordReceiptInput,
} from './receipt.ts';

/** The result of recording: the receipt, or the entry that waits for the head of finance. */
export interface RecordedReceipt {
  readonly receipt: Receipt | null;
  readonly waiting: PendingEntry | null;
}

/**
 * Records income of a fund with its entry, idempotent by key, and commits the grants that waited for it. Above the
 * limit it waits for the head of finance, with its document.
 */
export function recordReceipt(command: Command, input: RecordReceiptInput): Promise<Result<RecordedReceipt>> {
  return runCommand(command, { action: 'receipt.record' }, (tx) => bookReceipt(command, tx, input, null));
}

/**
 * Books a receipt within the transaction of its command; `checked` is the entry that the head of finance has confirmed.
 */
export async function bookReceipt(
  command: Command,
  tx: Transaction,
  input: RecordReceiptInput,
  checked: PendingEntry | null,
): Promise<Result<RecordedReceipt>> {
  const read = readNewReceipt(input, localDateAt(command.at));
  if (!read.ok) return read;
  const receipt = read.value;
  const fund = await tx.fund.findUnique({ where: { id: receipt.fundId } });
  if (fund === null) return refuse(notFound({ zh: '资金', en: 'fund' }, 'fundId'));
  if (fund.organizationPath !== command.actor.scope) return refuse(anotherBook());
  await lockBook(tx, fund.organizationPath);
  const earlier = await findByKey(tx, fund.organizationPath, receipt.idempotencyKey);
  if (earlier !== null)
    return mapResult(sameOrConflict(earlier, receipt), (found) => ({ receipt: found, waiting: null }));
  if (checked === null && mustWait(receipt.amount)) {
    const { document } = input;
    const { amount: amountFen, payer: counterpart, idempotencyKey } = receipt;
    const wanted = { kind: 'RECEIPT', fund, amountFen, counterpart, idempotencyKey, document, content: input } as const;
    return mapResult(await keepPendingEntry(command, tx, wanted), (waiting) => ({ receipt: null, waiting }));
  }
  const recordedBy = checked?.proposedBy ?? command.actor.staffId;
  return ok({ receipt: await book(command, tx, fund, { ...receipt, recordedBy }), waiting: null });
}

function findByKey(tx: Transaction, organizationPath: string, idempotencyKey: string): Promise<Receipt | null> {
  return tx.receipt.findUnique({ where: { organizationPath_idempotencyKey: { organizationPath, idempotencyKey } } });
}

function sameOrConflict(earlier: Receipt, receipt: NewReceipt): Result<Receipt> {
  const content = { ...earlier, amount: earlier.amountFen, receivedOn: readStoredDate(earlier.receivedOn) };
  return isSameReceipt(content, receipt) ? ok(earlier) : refuse(idempotencyConflict());
}

async function book(
  command: Command,
  tx: Transaction,
  fund: Fund,
  receipt: NewReceipt & { readonly recordedBy: string },
): Promise<Receipt> {
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
      { account: 'BANK', fund: fund.id, debit: receipt.amount },
      { account: `INCOME_${source}`, fund: fund.id, credit: receipt.amount },
    ],
  });
  const recorded = await keepReceipt(tx, command, fund, receipt, {
    id,
    entryId,
    allocationId: null,
    recordedBy: receipt.recordedBy,
  });
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
  await recordAudit(tx, { actor, requestId }, [
    { action: 'receipt.record', recordType: 'Receipt', recordId: id, after: { ...receipt } },
  ]);
  await commitWaitingGrants(tx, command, fund.organizationPath);
  return recorded;
}

/** Stores a receipt and appends its money to the fund's inflows. */
export async function keepReceipt(
  tx: Transaction,
  command: Command,
  fund: Fund,
  receipt: NewReceipt,
  posted: {
    readonly id: string;
    readonly entryId: string;
    readonly allocationId: string | null;
    readonly recordedBy?: string;
  },
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
      recordedBy: posted.recordedBy ?? command.actor.staffId,
      recordedAt: command.at,
    },
  });
  await tx.$executeRaw`select add_inflow(${fund.organizationPath}, ${fund.id}::uuid, ${posted.id}::uuid,
    ${receipt.amount})`;
  return recorded;
}
