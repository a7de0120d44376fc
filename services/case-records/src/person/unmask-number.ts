import { permits, type Action, type AuditAction } from '@nuangong/access';
import { identityOf, recordAudit } from '@nuangong/database';
import { forbidden, notFound, runCommand } from '@nuangong/subgraph';
import { isUuid, ok, problem, readReason, refuse, type Bilingual, type Problem, type Result } from '@nuangong/primitives';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import type { Person } from '../generated/prisma/client.ts';
import { personPlace, type PersonColumn } from './person-place.ts';
import { countUnmasking, type UnmaskedNumber } from './unmask-limit.ts';

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
 * too. What one account sees is limited, and counted before anything is opened. The number is opened only after that is
 * written, and is not shown where it could not be.
 */
export async function unmaskNumber(
  context: CaseRecordsContext,
  input: UnmaskInput,
  wanted: SealedNumber,
): Promise<Result<string>> {
  const { action, column, number } = wanted;
  if (!permits(context.actor.roles, action)) return refuse(forbidden());
  if (!isUuid(input.personId)) return refuse(noSuchPerson());
  const reason = readReason(input.reason, 'reason');
  if (!reason.ok) return refuseAndKeep(context, input, wanted, reason.problems);
  const counted = await countUnmasking(context, input.personId, number);
  if (!counted.ok) return refuseAndKeep(context, input, wanted, counted.problems);
  return runCommand(context, { action }, async (tx: Transaction) => {
    const person = await tx.person.findUnique({ where: { id: input.personId } });
    if (person === null) return refuse(noSuchPerson());
    const sealed = wanted.sealed(person);
    if (sealed === null) return refuse(notKept(wanted.name));
    await recordAudit(tx.$executeRawUnsafe.bind(tx), context.actor, context.requestId, [
      { action, recordType: 'Person', recordId: person.id, after: { reason: reason.value } },
    ]);
    return ok(await context.parts.keyring.open(sealed, personPlace(person.id, column)));
  });
}

async function refuseAndKeep(
  { actor, database, requestId }: CaseRecordsContext,
  { personId }: UnmaskInput,
  { refused: action }: SealedNumber,
  problems: readonly Problem[],
): Promise<Result<never>> {
  await database.transaction(identityOf(actor), (tx: Transaction) =>
    recordAudit(tx.$executeRawUnsafe.bind(tx), actor, requestId, [
      { action, recordType: 'Person', recordId: personId, after: { why: problems[0]?.code } },
    ]),
  );
  return refuse(...problems);
}

const noSuchPerson = () => notFound({ zh: '人员', en: 'person' }, 'personId');

const notKept = ({ zh, en }: Bilingual) =>
  problem(
    'NOT_KEPT',
    { zh: `此人没有登记${zh}，向本人问明后补录`, en: `No ${en} is kept of this person; ask them and enter it.` },
    'personId',
  );
