import { winterCampaignId } from '@nuangong/demonstration-city';
import type { Desk } from './desk.ts';
import type { Notebook } from './acknowledged.ts';

/** Records a visit once; without an answer it is unknown whether it was recorded, and it is not repeated. */
export async function recordVisit(
  clerk: Desk,
  notebook: Notebook,
  visit: { readonly householdId: string; readonly visitedOn: string },
): Promise<void> {
  const answer = await clerk.command<{ visit: { id: string } }>(
    'case-records',
    { name: 'recordVisit', gives: 'visit { id }' },
    { ...visit, visitors: '走访组', findings: '家中平安', campaignId: winterCampaignId },
  );
  if (answer.kind === 'DONE') notebook.note({ kind: 'VISIT_RECORDED', visitId: answer.value.visit.id });
}
