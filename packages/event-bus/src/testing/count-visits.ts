import type { PoolClient } from 'pg';
import { createConsumer, type Consumer } from '../inbox/consumer.ts';
import type { EventTransport } from '../transport/event-transport.ts';
import type { EventDatabase } from './event-database.ts';
import { numberOf } from './visits.ts';

/** A copy of the service `reporting` that writes each visit as its effect. */
export function createVisitCounter(database: EventDatabase, transport: EventTransport, copy: string): Consumer {
  return createConsumer<PoolClient>({
    group: 'reporting',
    transport,
    withTransaction: database.withTransaction,
    handlers: {
      async 'nuangong.visit-made.v1'(event, transaction) {
        await transaction.query(
          'insert into effect (consumer, copy, event_id, key, number) values ($1, $2, $3, $4, $5)',
          ['reporting', copy, event.id, event.key, numberOf(event)],
        );
      },
    },
  });
}

/** What the copies wrote, in order. */
export async function effectsOf(database: EventDatabase): Promise<readonly VisitEffect[]> {
  const { rows } = await database.pool.query<VisitEffect>(
    'select copy, event_id, key, number from effect order by place',
  );
  return rows;
}

export type VisitEffect = {
  readonly copy: string;
  readonly event_id: string;
  readonly key: string;
  readonly number: number;
};
