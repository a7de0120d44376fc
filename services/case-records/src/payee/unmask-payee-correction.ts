import { recordAudit } from '@nuangong/database';
import { isUuid, ok, readRequiredText, refuse, type Result } from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import { openCorrected } from './open-payee.ts';

/** The numbers before and after a correction, whole. */
export interface CorrectedNumbers {
  readonly phoneBefore: string | null;
  readonly phoneAfter: string | null;
  readonly bankAccountBefore: string | null;
  readonly bankAccountAfter: string | null;
}

/**
 * Shows the whole numbers of a correction to who is to confirm it: two masked ones may look alike. Who, when and why
 * stay in the audit log; nothing is opened before that is written.
 */
export function unmaskPayeeCorrection(
  context: CaseRecordsContext,
  input: { readonly correctionId: string; readonly reason: string },
): Promise<Result<CorrectedNumbers>> {
  const { actor, parts, requestId } = context;
  return runCommand(context, { action: 'payee.confirm' }, async (tx: Transaction) => {
    const reason = readRequiredText(input.reason, 'reason', 500);
    if (!reason.ok) return reason;
    const id = isUuid(input.correctionId) ? input.correctionId : null;
    const correction = id === null ? null : await tx.personCorrection.findUnique({ where: { id } });
    if (correction === null) return refuse(notFound({ zh: '更正', en: 'correction' }, 'correctionId'));
    await recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      {
        action: 'payee.unmask',
        recordType: 'PayeeCorrection',
        recordId: correction.id,
        after: { reason: reason.value },
      },
    ]);
    const before = await openCorrected(parts.keyring, correction, 'sealed_before');
    const after = await openCorrected(parts.keyring, correction, 'sealed_after');
    return ok({
      phoneBefore: before?.phone ?? null,
      phoneAfter: after?.phone ?? null,
      bankAccountBefore: before?.bankAccount ?? null,
      bankAccountAfter: after?.bankAccount ?? null,
    });
  });
}
