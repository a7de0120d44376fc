import { permits, type Action, type AuditAction } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import { forbidden, notFound, runCommand } from '@nuangong/subgraph';
import { isUuid, ok, problem, refuse, type Bilingual, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { Person } from '../../generated/prisma/client.ts';
import { personPlace, type PersonColumn } from './person-place.ts';
import { admitUnmasking, type UnmaskedNumber } from './unmask-limit.ts';

/** Whose number, and why it is to be seen. */
export interface UnmaskInput {
  readonly personId: string;
  readonly reason: string;
}

/** A number that is kept sealed: under which action it is shown, and what it is called. */
export interface SealedNumber {
  readonly number: UnmaskedNumber;
  readonly action: Action & AuditAction;
  /** Under which action a refusal is kept. */
  readonly refused: AuditAction;
  readonly column: PersonColumn;
  readonly sealed: (person: Person) => string | null;
  readonly name: Bilingual;
}

/**
 * Shows a person's whole number to someone who says why in words; who, when and why stay in the audit log, and refusals
 * too. The number is opened only after that is written, and is not shown where it could not be.
 */
export async function unmaskNumber(
  context: CaseRecordsContext,
  input: UnmaskInput,
  { action, refused, column, number, sealed: sealedOf, name }: SealedNumber,
): Promise<Result<string>> {
  const { personId } = input;
  if (!permits(context.actor.roles, action)) return refuse(forbidden());
  if (!isUuid(personId)) return refuse(noSuchPerson());
  const record = { recordType: 'Person', recordId: personId };
  const reason = await admitUnmasking(context, { ...input, numbers: [number], refused, record });
  if (!reason.ok) return reason;
  return runCommand(context, { action }, async (tx: Transaction) => {
    const person = await tx.person.findUnique({ where: { id: personId } });
    if (person === null) return refuse(noSuchPerson());
    const sealed = sealedOf(person);
    if (sealed === null) return refuse(notKept(name));
    await recordAudit(tx, context, [{ action, ...record, after: { reason: reason.value } }]);
    return ok(await context.parts.keyring.open(sealed, personPlace(person.sealedAs, column)));
  });
}

const noSuchPerson = () => notFound({ zh: '人员', en: 'person' }, 'personId');

const notKept = ({ zh, en }: Bilingual) =>
  problem(
    'NOT_KEPT',
    { zh: `此人没有登记${zh}，向本人问明后补录`, en: `No ${en} is kept of this person; ask them and enter it.` },
    'personId',
  );
