import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';

/** Records the positions that an employer has offered. */
export async function whenVacancyOffered(
  event: EventOfType<'nuangong.vacancy-offered.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  await recordFacts(tx, event, [
    {
      kind: 'VACANCY_OFFERED',
      organization: data.organization,
      on: data.offeredOn,
      recordType: 'VACANCY',
      recordId: data.vacancyId,
      count: data.positions,
      dimensions: { forLaidOff: data.forLaidOff },
    },
  ]);
}
