import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';
import { standingFrom } from './standing.ts';

/** Records that somebody works at an aid centre from a day on, or no longer does. */
export async function whenCentrePostChanged(
  event: EventOfType<'nuangong.centre-post-changed.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  const state = {
    kind: 'CENTRE_POST',
    organization: data.organization,
    on: data.from,
    recordType: 'CENTRE_POST',
    recordId: data.centrePostId,
    count: 1,
    persons: 1,
    dimensions: { level: data.level, publicPost: data.publicPost },
    related: { aidCentreId: data.aidCentreId },
  } as const;
  await recordFacts(tx, event, standingFrom(state, 'CENTRE_POST_ENDED', data.to));
}
