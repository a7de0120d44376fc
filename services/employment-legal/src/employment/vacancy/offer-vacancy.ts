import { recordAudit, storedDate } from '@nuangong/database';
import { contracts } from '@nuangong/events';
import { localDateAt, ok, type Result } from '@nuangong/primitives';
import { announce } from '@nuangong/service';
import { runCommand } from '@nuangong/subgraph';
import type { WorkContext } from '../../builder.ts';
import type { Vacancy } from '../../generated/prisma/client.ts';
import { organizationReference, provenanceOf } from '../../provenance.ts';
import { decideOffer, type VacancyInput } from './vacancy.ts';

/** Adds an employer's vacancy; unlawful criteria are refused with the legal ground. */
export function offerVacancy(context: WorkContext, input: VacancyInput): Promise<Result<Vacancy>> {
  const { actor, requestId } = context;
  const at = context.parts.clock();
  return runCommand(context, { action: 'employment.manage' }, async (tx) => {
    const decided = decideOffer(input, localDateAt(at));
    if (!decided.ok) return decided;
    const { monthlyPayFrom, monthlyPayTo, offeredOn, ...offered } = decided.value;
    const vacancy = await tx.vacancy.create({
      data: {
        ...provenanceOf(actor, at),
        ...offered,
        monthlyPayFromFen: monthlyPayFrom,
        monthlyPayToFen: monthlyPayTo,
        offeredOn: storedDate(offeredOn),
      },
    });
    await recordAudit(tx, { actor, requestId }, [
      { action: 'vacancy.offer', recordType: 'Vacancy', recordId: vacancy.id, after: decided.value },
    ]);
    const { positions, forLaidOff } = vacancy;
    const organization = organizationReference(vacancy);
    await announce(tx, { actor, requestId, at }, contracts['vacancy-offered.v1'], [
      {
        organizationPath: vacancy.organizationPath,
        data: { vacancyId: vacancy.id, organization, positions, forLaidOff, offeredOn },
      },
    ]);
    return ok(vacancy);
  });
}
