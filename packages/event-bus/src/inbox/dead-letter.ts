import { eventEnvelope } from '@nuangong/events';
import { runStatement, type SqlClient } from '../sql-client.ts';
import type { Failure } from './describe-failure.ts';

/** The number of a dead letter in its service, as text. */
export type DeadLetterId = string;

/** An event that its consumer could not handle. */
export type DeadLetter = {
  readonly id: DeadLetterId;
  readonly consumer: string;
  readonly eventId: string | null;
  readonly type: string | null;
  readonly key: string | null;
  readonly envelope: unknown;
  readonly cause: string;
  readonly stack: string | null;
  readonly attempts: number;
  readonly diedAt: Date;
  readonly replayedAt: Date | null;
};

const columns = `id::text as id, consumer, event_id::text as event_id, type, key, envelope::text as envelope, cause,
  stack, attempts, (extract(epoch from died_at) * 1000)::float8 as died_at_ms,
  (extract(epoch from replayed_at) * 1000)::float8 as replayed_at_ms`;

/** The dead letters of a service, newest first; replayed ones are included only on request. */
export async function listDeadLetters(
  client: SqlClient,
  request: { readonly limit: number; readonly withReplayed?: boolean },
): Promise<readonly DeadLetter[]> {
  const rows = await runStatement(
    client,
    `select ${columns} from dead_letter where replayed_at is null or $2::boolean
     order by dead_letter.id desc limit $1::int`,
    [request.limit, request.withReplayed ?? false],
  );
  return rows.map(toDeadLetter);
}

export async function findDeadLetter(
  client: SqlClient,
  consumer: string,
  id: DeadLetterId,
): Promise<DeadLetter | undefined> {
  const rows = await runStatement(
    client,
    `select ${columns} from dead_letter where consumer = $1 and id = $2::text::bigint`,
    [consumer, id],
  );
  return rows.map(toDeadLetter)[0];
}

export async function markDeadLetterReplayed(client: SqlClient, id: DeadLetterId): Promise<void> {
  await runStatement(client, 'update dead_letter set replayed_at = clock_timestamp() where id = $1::text::bigint', [
    id,
  ]);
}

/** Stores an event that could not be handled, with cause and stack; one letter per consumer and event. */
export async function buryEvent(
  client: SqlClient,
  consumer: string,
  envelope: unknown,
  failure: Failure & { readonly attempts: number },
): Promise<void> {
  const read = eventEnvelope.safeParse(envelope);
  await runStatement(
    client,
    `insert into dead_letter as letter (consumer, event_id, type, key, envelope, cause, stack, attempts)
     values ($1, $2::uuid, $3, $4, $5::text::jsonb, $6, $7, $8::int)
     on conflict (consumer, event_id) do update set
       cause = excluded.cause, stack = excluded.stack, attempts = letter.attempts + excluded.attempts,
       died_at = clock_timestamp(), replayed_at = null`,
    [
      consumer,
      read.success ? read.data.id : null,
      read.success ? read.data.type : null,
      read.success ? read.data.subject : null,
      JSON.stringify(envelope ?? null),
      failure.cause,
      failure.stack,
      failure.attempts,
    ],
  );
}

function toDeadLetter(row: Readonly<Record<string, unknown>>): DeadLetter {
  const text = (value: unknown) => (typeof value === 'string' ? value : null);
  return {
    id: String(row['id']),
    consumer: String(row['consumer']),
    eventId: text(row['event_id']),
    type: text(row['type']),
    key: text(row['key']),
    envelope: JSON.parse(String(row['envelope'])),
    cause: String(row['cause']),
    stack: text(row['stack']),
    attempts: Number(row['attempts']),
    diedAt: new Date(Number(row['died_at_ms'])),
    replayedAt: row['replayed_at_ms'] === null ? null : new Date(Number(row['replayed_at_ms'])),
  };
}
