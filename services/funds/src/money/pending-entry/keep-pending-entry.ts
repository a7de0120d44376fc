import { recordAudit } from '@nuangong/database';
import { newEventId } from '@nuangong/events';
import { ok, type Result } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import type { Command } from '../../command.ts';
import type { Fund, PendingEntry } from '../../generated/prisma/client.ts';
import { readDocument, type PendingEntryKind } from './pending-entry.ts';

/**
 * A large entry as submitted by its officer; `content` is the command's input, carried out when the entry is confirmed.
 */
export interface WantedEntry {
  readonly kind: PendingEntryKind;
  readonly fund: Fund;
  readonly amountFen: bigint;
  readonly counterpart: string;
  readonly idempotencyKey: string;
  readonly content: object;
  readonly document: string | null | undefined;
}

/** The entry that waits, or waited, under this key; null when there is none. */
export function findPendingEntry(
  tx: Transaction,
  { kind, fund, idempotencyKey }: Pick<WantedEntry, 'kind' | 'fund' | 'idempotencyKey'>,
): Promise<PendingEntry | null> {
  const { organizationPath } = fund;
  return tx.pendingEntry.findUnique({
    where: { organizationPath_kind_idempotencyKey: { organizationPath, kind, idempotencyKey } },
  });
}

/** Submits a large entry to the head of finance; idempotent by key. */
export async function keepPendingEntry(
  command: Command,
  tx: Transaction,
  wanted: WantedEntry,
): Promise<Result<PendingEntry>> {
  const document = readDocument(wanted.document);
  if (!document.ok) return document;
  const earlier = await findPendingEntry(tx, wanted);
  if (earlier !== null) return ok(earlier);
  const { actor, requestId, at } = command;
  const { kind, fund, amountFen, counterpart, idempotencyKey, content } = wanted;
  const kept = await tx.pendingEntry.create({
    data: {
      id: newEventId(at),
      organizationPath: fund.organizationPath,
      kind,
      fundId: fund.id,
      fundName: fund.name,
      amountFen,
      counterpart,
      document: document.value,
      content,
      idempotencyKey,
      proposedBy: actor.staffId,
      proposedByName: actor.name,
      proposedAt: at,
    },
  });
  await recordAudit(tx, { actor, requestId }, [
    {
      action: 'entry.propose',
      recordType: 'PendingEntry',
      recordId: kept.id,
      after: { kind, amountFen, document: document.value },
    },
  ]);
  return ok(kept);
}
