import type { EventHandlers } from '@nuangong/event-bus';
import type { AnyEvent } from '@nuangong/events';
import { beWithin } from '@nuangong/organizations';
import type { TransactionClient } from '../transaction-client.ts';

/**
 * Each reaction sees and writes only what belongs to its event's organisation, which is named with its present path: it
 * may have moved since (`beWithin`). The event's data is not changed.
 */
export function withinTheirOrganization<Tx extends TransactionClient>(handlers: EventHandlers<Tx>): EventHandlers<Tx> {
  const bound = Object.entries(handlers).map(([type, handle]) => {
    const react = handle as (event: AnyEvent, tx: Tx) => Promise<void>;
    return [
      type,
      async (event: AnyEvent, tx: Tx) => {
        const organizationPath = await beWithin(tx, event.organizationPath);
        await react({ ...event, organizationPath }, tx);
      },
    ];
  });
  return Object.fromEntries(bound) as EventHandlers<Tx>;
}
