import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../builder.ts';
import { priorityOf } from './household.ts';
import { rememberHousehold } from './remember-household.ts';

/** Makes the household known, so that job seekers, legal cases and wage claims may name it. */
export async function whenCaseFileActivated(
  event: EventOfType<'nuangong.case-file-activated.v1'>,
  tx: Transaction,
): Promise<void> {
  const { householdId, migrantWorkers } = event.data;
  const organization = { ...event.data.organization, path: event.organizationPath };
  const migrantWorker = migrantWorkers > 0;
  const priority = priorityOf(event.data);
  await rememberHousehold(tx, { householdId, organization, priority, active: true, migrantWorker, toldAt: event.time });
}
