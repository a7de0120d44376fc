import { recordAudit } from '@nuangong/database';
import { openText } from '@nuangong/service';
import { notFound, runCommand } from '@nuangong/subgraph';
import { isUuid, ok, refuse, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import { readRequiredText } from '../household/household.ts';

/** Shows a person's whole identity number to someone who says why; who, when and why stay in the audit log. */
export async function unmaskIdentity(
  context: CaseRecordsContext,
  input: { readonly personId: string; readonly reason: string },
): Promise<Result<string>> {
  const { fieldKey } = context.parts;
  return runCommand(context, { action: 'identity.unmask' }, async (tx: Transaction) => {
    const reason = readRequiredText(input.reason, 'reason', 500);
    if (!reason.ok) return reason;
    const person = isUuid(input.personId) ? await tx.person.findUnique({ where: { id: input.personId } }) : null;
    if (person === null) return refuse(notFound({ zh: '人员', en: 'person' }, 'personId'));
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
      { action: 'identity.unmask', recordType: 'Person', recordId: person.id, after: { reason: reason.value } },
    ]);
    return ok(openText(fieldKey, person.sealedIdentity, person.id));
  });
}
