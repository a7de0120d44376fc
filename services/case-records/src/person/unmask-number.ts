import type { Action, AuditAction } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import { notFound, runCommand } from '@nuangong/subgraph';
import {
  isUuid,
  ok,
  problem,
  readRequiredText,
  refuse,
  type Bilingual,
  type Result,
} from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import type { Person } from '../generated/prisma/client.ts';
import { personPlace, type PersonColumn } from './person-place.ts';

/** Whose number, and why it is to be seen. */
export interface UnmaskInput {
  readonly personId: string;
  readonly reason: string;
}

/** A number that is kept sealed: under which action it is shown, and what it is called. */
export interface SealedNumber {
  readonly action: Action & AuditAction;
  readonly column: PersonColumn;
  readonly sealed: (person: Person) => string | null;
  readonly name: Bilingual;
}

/**
 * Shows a person's whole number to someone who says why; who, when and why stay in the audit log. The number is opened
 * only after that is written, and is not shown where it could not be.
 */
export function unmaskNumber(
  context: CaseRecordsContext,
  input: UnmaskInput,
  { action, column, sealed: sealedOf, name }: SealedNumber,
): Promise<Result<string>> {
  return runCommand(context, { action }, async (tx: Transaction) => {
    const reason = readRequiredText(input.reason, 'reason', 500);
    if (!reason.ok) return reason;
    const person = isUuid(input.personId) ? await tx.person.findUnique({ where: { id: input.personId } }) : null;
    if (person === null) return refuse(notFound({ zh: '人员', en: 'person' }, 'personId'));
    const sealed = sealedOf(person);
    if (sealed === null) return refuse(notKept(name));
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
      { action, recordType: 'Person', recordId: person.id, after: { reason: reason.value } },
    ]);
    return ok(await context.parts.keyring.open(sealed, personPlace(person.sealedAs, column)));
  });
}

const notKept = ({ zh, en }: Bilingual) =>
  problem(
    'NOT_KEPT',
    { zh: `此人没有登记${zh}，向本人问明后补录`, en: `No ${en} is kept of this person; ask them and enter it.` },
    'personId',
  );
