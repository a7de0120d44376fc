import type { EventOfType } from '@nuangong/events';
import type { Transaction } from '../builder.ts';
import { rememberHousehold } from './remember-household.ts';

/** Keeps the household for the help it received; its job seekers no longer have priority. */
export async function whenCaseFileExited(
  event: EventOfType<'nuangong.case-file-exited.v1'>,
  tx: Transaction,
): Promise<void> {
  const { householdId } = event.data;
  const organization = { ...event.data.organization, path: event.organizationPath };
  await rememberHousehold(tx, {
    householdId,
    organization,
    priority: 'OTHER',
    active: false,
    migrantWorker: undefined,
    toldAt: event.time,
  });
}
