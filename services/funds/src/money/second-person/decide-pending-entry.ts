import { recordAudit } from '@nuangong/database';
import { isUuid, ok, readRequiredText, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import { bookAllocation } from '../allocation/send-allocation.ts';
import type { SendAllocationInput } from '../allocation/allocation.ts';
import { notEnoughMoney } from '../allocation/allocation.ts';
import type { Transaction } from '../../builder.ts';
import type { Command } from '../../command.ts';
import type { PendingEntry } from '../../generated/prisma/client.ts';
import { anotherBook } from '../../ledger/ledger/book.ts';
import { bookReceipt } from '../receipt/record-receipt.ts';
import type { RecordReceiptInput } from '../receipt/receipt.ts';
import { mayDecide, ownEntry } from '../pending-entry/pending-entry.ts';

/** The check of a large entry (复核): it is booked immediately, or sent back with an explanation. */
export interface DecidePendingEntryInput {
  readonly id: string;
  readonly confirm: boolean;
  /** Why it is sent back; required in that case. */
  readonly opinion?: string | null | undefined;
}

/** The head of finance confirms an entry above the limit, or sends it back; never the officer who submitted it. */
export function decidePendingEntry(command: Command, input: DecidePendingEntryInput): Promise<Result<PendingEntry>> {
  const constraints = {
    pending_entry_decided_by_another: ownEntry,
    fund_never_below_zero: () => notEnoughMoney(),
    fund_balance_balance_fen_check: () => notEnoughMoney(),
  };
  return runCommand(command, { action: 'entry.check', constraints }, async (tx) => {
    const opinion = input.confirm ? ok(null) : readRequiredText(input.opinion ?? '', 'opinion', 500);
    if (!opinion.ok) return opinion;
    const entry = isUuid(input.id) ? await lockEntry(tx, input.id) : null;
    if (entry === null) return refuse(notFound({ zh: '待复核的入账', en: 'entry' }, 'id'));
    if (entry.organizationPath !== command.actor.scope) return refuse(anotherBook());
    const allowed = mayDecide(entry, command.actor);
    if (!allowed.ok) return allowed;
    const decided = await decide(command, tx, entry, opinion.value);
    if (!input.confirm) return ok(decided);
    const booked =
      entry.kind === 'RECEIPT'
        ? await bookReceipt(command, tx, entry.content as unknown as RecordReceiptInput, entry)
        : await bookAllocation(command, tx, entry.content as unknown as SendAllocationInput, entry);
    return booked.ok ? ok(decided) : booked;
  });
}

async function lockEntry(tx: Transaction, id: string): Promise<PendingEntry | null> {
  await tx.$queryRaw`select id from pending_entry where id = ${id}::uuid for update`;
  return tx.pendingEntry.findUnique({ where: { id } });
}

async function decide(
  { actor, requestId, at }: Command,
  tx: Transaction,
  entry: PendingEntry,
  opinion: string | null,
): Promise<PendingEntry> {
  const carriedOut = opinion === null;
  const decided = await tx.pendingEntry.update({
    where: { id: entry.id },
    data: { carriedOut, opinion, decidedBy: actor.staffId, decidedByName: actor.name, decidedAt: at },
  });
  await recordAudit(tx, { actor, requestId }, [
    {
      action: carriedOut ? 'entry.confirm' : 'entry.send-back',
      recordType: 'PendingEntry',
      recordId: entry.id,
      after: { amountFen: entry.amountFen, document: entry.document },
    },
  ]);
  return decided;
}
