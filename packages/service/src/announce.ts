import type { Actor } from '@nuangong/access';
import { recordEvents, type SqlClient } from '@nuangong/event-bus';
import { makeEvent, newEventId, type EventContract, type EventData } from '@nuangong/events';

/** The actor, request and time of an announcement. */
export interface Announcement {
  readonly actor: Actor;
  readonly requestId: string;
  readonly at: Date;
}

/** What happened to one entity of one organisation. */
interface Happening<Contract extends EventContract> {
  readonly organizationPath: string;
  readonly data: EventData<Contract>;
}

/** Records events in the transaction of the change itself; one statement for any number. */
export async function announce<Contract extends EventContract>(
  transaction: SqlClient,
  announcement: Announcement,
  contract: Contract,
  happenings: readonly Happening<Contract>[],
): Promise<void> {
  await recordEvents(
    transaction,
    happenings.map(({ organizationPath, data }) =>
      makeEvent(contract, data, {
        id: newEventId(),
        time: announcement.at,
        organizationPath,
        actor: announcement.actor.staffId,
        requestId: announcement.requestId,
      }),
    ),
  );
}
