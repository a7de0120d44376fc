import { permits } from '@nuangong/access';
import { identityOf, recordAudit } from '@nuangong/database';
import { isUuid, ok, refuse, type Result } from '@nuangong/primitives';
import { forbidden, notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { admitUnmasking } from '../person/unmask-limit.ts';
import { openCorrected } from './open-payee.ts';

/** The whole numbers before and after a correction. */
export interface CorrectedNumbers {
  readonly phoneBefore: string | null;
  readonly phoneAfter: string | null;
  readonly bankAccountBefore: string | null;
  readonly bankAccountAfter: string | null;
}

/**
 * Shows the whole numbers of a correction to someone who may confirm it, since two masked numbers may look alike. Who,
 * when and why are written to the audit log before anything is opened. Counts as one telephone and one account against
 * the limit.
 */
export async function unmaskPayeeCorrection(
  context: CaseRecordsContext,
  input: { readonly correctionId: string; readonly reason: string },
): Promise<Result<CorrectedNumbers>> {
  const { actor, database, parts, requestId } = context;
  if (!permits(actor.roles, 'payee.confirm')) return refuse(forbidden());
  const id = isUuid(input.correctionId) ? input.correctionId : null;
  const correction =
    id === null
      ? null
      : await database.transaction(identityOf(actor), (tx: Transaction) =>
          tx.personCorrection.findUnique({ where: { id } }),
        );
  if (correction === null) return refuse(notFound({ zh: '更正', en: 'correction' }, 'correctionId'));
  const record = { recordType: 'Household', recordId: correction.householdId };
  const reason = await admitUnmasking(context, {
    personId: correction.personId,
    numbers: ['PHONE', 'BANK_ACCOUNT'],
    reason: input.reason,
    refused: 'payee.unmask-refused',
    record,
  });
  if (!reason.ok) return reason;
  return runCommand(context, { action: 'payee.confirm' }, async (tx: Transaction) => {
    await recordAudit(tx, { actor, requestId }, [
      { action: 'payee.unmask', ...record, after: { correctionId: correction.id, reason: reason.value } },
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
