import { recordAudit, storedDate } from '@nuangong/database';
import { contracts, newEventId } from '@nuangong/events';
import { localDateAt, ok, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { runCommand } from '@nuangong/subgraph';
import type { WorkContext } from '../../builder.ts';
import type { LegalCase } from '../../generated/prisma/client.ts';
import { findHouseholds } from '../../household/find-household.ts';
import { organizationReference, provenanceOf } from '../../provenance.ts';
import { nextNumber } from '../../record-number.ts';
import { contentPlace } from './content-place.ts';
import { decideOpening, type LegalCaseInput } from './legal-case.ts';

/** Opens a legal-aid case with the actor as its officer; its content is stored sealed. */
export function openLegalCase(context: WorkContext, input: LegalCaseInput): Promise<Result<LegalCase>> {
  const { actor, requestId } = context;
  const { clock, keyring } = context.parts;
  const at = clock();
  return runCommand(context, { action: 'legal-case.manage' }, async (tx) => {
    const households = await findHouseholds(tx, [{ householdId: input.householdId, field: 'householdId' }]);
    if (!households.ok) return households;
    const decided = decideOpening(input, localDateAt(at));
    if (!decided.ok) return decided;
    const { kind, householdId = null } = input;
    const { clientName, persons, migrantWorkers, content, openedOn, dateReason, limitation } = decided.value;
    const id = newEventId();
    const provenance = provenanceOf(actor, at);
    const legalCase = await tx.legalCase.create({
      data: {
        ...provenance,
        id,
        number: await nextNumber(tx, actor, '法援', openedOn),
        kind,
        clientName,
        householdId,
        persons,
        migrantWorkers,
        openedOn: storedDate(openedOn),
        dateReason,
        sealedContent: content === null ? null : keyring.seal(content, contentPlace({ id, ...provenance })),
        limitationDate: limitation?.date == null ? null : storedDate(limitation.date),
        limitationBasis: limitation?.basis.zh ?? null,
        limitationBasisEnglish: limitation?.basis.en ?? null,
      },
    });
    await recordAudit(tx, { actor, requestId }, [
      {
        action: 'legal-case.open',
        recordType: 'LegalCase',
        recordId: id,
        after: {
          number: legalCase.number,
          kind,
          householdId,
          persons,
          migrantWorkers,
          limitationDate: limitation?.date ?? null,
          openedOn,
          dateReason,
        },
      },
    ]);
    const organization = organizationReference(legalCase);
    await announce(tx, { actor, requestId, at }, contracts['legal-case-opened.v1'], [
      {
        organizationPath: legalCase.organizationPath,
        data: { legalCaseId: id, kind, householdId, organization, persons, migrantWorkers, openedOn },
      },
    ]);
    return ok(legalCase);
  });
}
