import type { EventOfType } from '@nuangong/events';
import { recordFacts, type FactWriter } from './record-facts.ts';
import { standingFrom } from './standing.ts';

/** Records that a facility is opened or closed. */
export async function whenFacilityChanged(
  event: EventOfType<'nuangong.facility-changed.v1'>,
  tx: FactWriter,
): Promise<void> {
  const { data } = event;
  const state = {
    kind: 'FACILITY',
    organization: data.organization,
    on: data.from,
    recordType: 'FACILITY',
    recordId: data.facilityId,
    count: 1,
    dimensions: { facilityKind: data.kind, joint: data.joint },
  } as const;
  await recordFacts(tx, event, standingFrom(state, 'FACILITY_CLOSED', data.to));
}
