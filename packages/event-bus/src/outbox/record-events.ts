import type { EventEnvelope } from '@nuangong/events';
import { runStatement, type SqlClient } from '../sql-client.ts';

const insertIntoOutbox = `
  insert into outbox (event_id, topic, key, type, envelope)
  select (envelope->>'id')::uuid, envelope->>'source', envelope->>'subject', envelope->>'type', envelope
  from (
    select text::jsonb as envelope, place from unnest($1::text[]) with ordinality as given(text, place)
  ) as recorded
  order by place`;

/**
 * Records events in the transaction of the change that they describe: both are kept, or neither. One statement for any
 * number of events. Events of one entity keep their order if the change locks the entity's row first.
 */
export async function recordEvents(transaction: SqlClient, events: readonly EventEnvelope[]): Promise<void> {
  if (events.length === 0) return;
  await runStatement(transaction, insertIntoOutbox, [events.map((event) => JSON.stringify(event))]);
}
