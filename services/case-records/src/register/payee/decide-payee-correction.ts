import { prismaSql, recordAudit } from '@nuangong/database';
import { contracts, wordsElsewhere, type EventData } from '@nuangong/events';
import { isUuid, ok, readRequiredText, readText, refuse, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { changedMeanwhile, notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { ownHandling } from '../case-file/case-file.ts';
import type { CaseFile, Household, Person, PersonCorrection } from '../../generated/prisma/client.ts';
import { openWords, sealWords, wordsPlace } from '../written-words/sealed-words.ts';
import { organizationReference } from '../organization/organization-reference.ts';
import { personPlace } from '../person/person-place.ts';
import { applyCorrection } from './apply-correction.ts';
import { openCorrected, openPayeeOf } from './open-payee.ts';

export interface DecidePayeeCorrectionInput {
  readonly correctionId: string;
  readonly opinion?: string | null | undefined;
}

/**
 * Confirms a correction of the payee, or that the payee is right, as a second person; it takes effect and is announced
 * to those who pay.
 */
export function confirmPayeeCorrection(
  context: CaseRecordsContext,
  input: DecidePayeeCorrectionInput,
): Promise<Result<PersonCorrection>> {
  return decide(context, input, 'DONE');
}

/** Refuses a correction of the payee as a second person, with the reason; the payee stays as registered. */
export function refusePayeeCorrection(
  context: CaseRecordsContext,
  input: DecidePayeeCorrectionInput,
): Promise<Result<PersonCorrection>> {
  return decide(context, input, 'REFUSED');
}

function decide(
  context: CaseRecordsContext,
  input: DecidePayeeCorrectionInput,
  state: 'DONE' | 'REFUSED',
): Promise<Result<PersonCorrection>> {
  const { actor, parts, requestId } = context;
  return runCommand(context, { action: 'payee.confirm' }, async (tx: Transaction) => {
    const opinion =
      state === 'DONE' ? readText(input.opinion, 'opinion', 500) : readRequiredText(input.opinion, 'opinion', 500);
    if (!opinion.ok) return opinion;
    const id = isUuid(input.correctionId) ? input.correctionId : null;
    const correction = id === null ? null : await tx.personCorrection.findUnique({ where: { id } });
    if (correction === null) return refuse(notFound({ zh: '更正', en: 'correction' }, 'correctionId'));
    if (correction.correctedBy === actor.staffId) return refuse(ownHandling('MADE'));
    const decided = await tx.personCorrection.updateMany({
      where: { id: correction.id, state: 'WAITING' },
      data: {
        state,
        decidedBy: actor.staffId,
        decidedByName: actor.name,
        decidedAt: parts.clock(),
        opinion: sealWords(parts.keyring, opinion.value, wordsPlace('person_correction', 'opinion', correction)),
      },
    });
    if (decided.count === 0) {
      const { decidedByName: by, decidedAt } = correction;
      return refuse(changedMeanwhile(by === null || decidedAt === null ? undefined : { by, at: decidedAt }));
    }
    if (state === 'DONE') {
      const carriedOut = await carryOut(tx, context, correction);
      if (!carriedOut.ok) return carriedOut;
    }
    await recordAudit(tx, { actor, requestId }, [
      {
        action: state === 'DONE' ? 'payee.confirm' : 'payee.refuse',
        recordType: 'Household',
        recordId: correction.householdId,
        after: { correctionId: correction.id },
      },
    ]);
    return ok(await tx.personCorrection.findUniqueOrThrow({ where: { id: correction.id } }));
  });
}

async function carryOut(
  tx: Transaction,
  context: CaseRecordsContext,
  correction: PersonCorrection,
): Promise<Result<true>> {
  const { actor, parts, requestId } = context;
  const household = await tx.household.findUniqueOrThrow({
    where: { id: correction.householdId },
    include: { head: true, caseFile: true },
  });
  const { caseFile, head } = household;
  const before = await openCorrected(parts.keyring, correction, 'sealed_before');
  const after = await openCorrected(parts.keyring, correction, 'sealed_after');
  if (head.id !== correction.personId || caseFile === null || before === null || after === null) {
    return refuse(changedMeanwhile());
  }
  await applyCorrection(prismaSql(tx), parts, head, { before, after });
  const corrected = await tx.person.findUniqueOrThrow({ where: { id: head.id } });
  const data = await correctedEvent(context, correction, { ...household, caseFile, head: corrected });
  await announce(tx, { actor, requestId, at: parts.clock() }, contracts['payee-corrected.v1'], [
    { organizationPath: household.organizationPath, data },
  ]);
  return ok(true);
}

/** The event for those who pay; the numbers are sealed for this file only. */
async function correctedEvent(
  { actor, parts }: CaseRecordsContext,
  correction: PersonCorrection,
  household: Household & { readonly head: Person; readonly caseFile: CaseFile },
): Promise<EventData<(typeof contracts)['payee-corrected.v1']>> {
  const { keyring } = parts;
  const { head, caseFile } = household;
  const { name, bankAccount } = await openPayeeOf(keyring, head);
  const why = await openWords(keyring, correction.why, wordsPlace('person_correction', 'why', correction));
  const identityNumber = await keyring.open(head.sealedIdentity, personPlace(head.id, 'sealed_identity'));
  return {
    caseFileId: caseFile.id,
    householdId: household.id,
    organization: organizationReference(household),
    payeeName: name,
    sealedPayee: keyring.sealForTransit(JSON.stringify({ name, identityNumber, bankAccount, why }), caseFile.id),
    changed: correction.changed,
    why: wordsElsewhere,
    correctedBy: { id: correction.correctedBy, name: correction.correctedByName },
    confirmedBy: { id: actor.staffId, name: actor.name },
    confirmedAt: parts.clock().toISOString(),
  };
}
