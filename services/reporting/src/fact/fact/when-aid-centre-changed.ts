import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';
import { standingFrom } from './standing.ts';

/** Records that an aid centre is opened, changed or closed. */
export async function whenAidCentreChanged(
  event: EventOfType<'nuangong.aid-centre-changed.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  const state = {
    kind: 'AID_CENTRE',
    organization: data.organization,
    on: data.from,
    recordType: 'AID_CENTRE',
    recordId: data.aidCentreId,
    count: 1,
    persons: data.posts,
    dimensions: { level: data.level, publicInstitution: data.publicInstitution },
  } as const;
  await recordFacts(tx, event, standingFrom(state, 'AID_CENTRE_CLOSED', data.to));
}
