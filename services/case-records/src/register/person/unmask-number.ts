import { permits, type Action, type AuditAction } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import { forbidden, notFound, runCommand } from '@nuangong/subgraph';
import { isUuid, ok, problem, refuse, type Bilingual, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import type { Person } from '../../generated/prisma/client.ts';
import { personPlace, type PersonColumn } from './person-place.ts';
import { admitUnmasking, type UnmaskedNumber } from './unmask-limit.ts';

/** The person whose number is requested, and why. */
export interface UnmaskInput {
  readonly personId: string;
  readonly reason: string;
}

/** A sealed number: the action needed to show it, and its name. */
export interface SealedNumber {
  readonly number: UnmaskedNumber;
  readonly action: Action & AuditAction;
  /** The audit action of a refusal. */
  readonly refused: AuditAction;
  readonly column: PersonColumn;
  readonly sealed: (person: Person) => string | null;
  readonly name: Bilingual;
}

/**
 * Shows a person's whole number for a stated reason. Who, when and why are audited, and so are refusals. The number is
 * opened only after the audit entry is written.
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
    return ok(await context.parts.keyring.open(sealed, personPlace(person.id, column)));
  });
}

const noSuchPerson = () => notFound({ zh: '人员', en: 'person' }, 'personId');

const notKept = ({ zh, en }: Bilingual) =>
  problem(
    'NOT_KEPT',
    { zh: `此人没有登记${zh}，向本人问明后补录`, en: `No ${en} is recorded for this person. Ask them and enter it.` },
    'personId',
  );
