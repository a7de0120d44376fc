import type { EventEnvelope } from '@nuangong/events';
import type { Pool, PoolClient } from 'pg';

/** An event in the archive, with its place in the order of publication. */
export type ArchivedEvent = { readonly position: string; readonly key: string; readonly envelope: unknown };

/** An event just archived, with the groups that subscribe to its topic. */
export type AppendedEvent = ArchivedEvent & { readonly groups: readonly string[] };

/** Lock taken to append to the archive or to open a subscription, so that no event falls between the two. */
const archiveLock = 7_305_421;

const archiveTables = `
create schema if not exists events;
create table if not exists events.event_archive (
  position bigint generated always as identity primary key,
  event_id uuid not null unique,
  topic text not null,
  key text not null,
  envelope jsonb not null,
  archived_at timestamptz not null default clock_timestamp()
);
create index if not exists event_archive_by_topic on events.event_archive (topic, position);
create table if not exists events.event_subscription (
  group_name text not null,
  topic text not null,
  primary key (group_name, topic)
);`;

/** Creates the archive's tables if they are missing. */
export async function createArchive(pool: Pool): Promise<void> {
  await inArchiveTransaction(pool, async (client) => {
    await client.query(archiveTables);
  });
}

/** Runs work in one transaction with the exclusive right to append to the archive; its commit wakes the subscribers. */
export async function inArchiveTransaction<T>(pool: Pool, work: (client: PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  let broken = false;
  try {
    await client.query(`begin; select pg_advisory_xact_lock(${archiveLock}); notify events`);
    const value = await work(client);
    await client.query('commit');
    return value;
  } catch (error) {
    broken = await client.query('rollback').then(
      () => false,
      () => true,
    );
    throw error;
  } finally {
    client.release(broken);
  }
}

const append = {
  name: 'append_to_archive',
  text: `
    with appended as (
      insert into events.event_archive (event_id, topic, key, envelope)
      select (envelope->>'id')::uuid, envelope->>'source', envelope->>'subject', envelope
      from (select text::jsonb as envelope, place from unnest($1::text[]) with ordinality as given(text, place))
        as published
      order by place
      on conflict (event_id) do nothing
      returning position, topic, key, envelope
    ), hearing as (
      select topic, array_agg(group_name) as groups from events.event_subscription group by topic
    )
    select position::text as position, key, envelope, coalesce(groups, '{}') as groups
    from appended left join hearing using (topic) order by appended.position`,
};

/** Appends events and returns the new ones in order; an event appended twice is stored once. */
export async function appendToArchive(
  client: PoolClient,
  envelopes: readonly EventEnvelope[],
): Promise<readonly AppendedEvent[]> {
  const { rows } = await client.query<AppendedEvent>(append, [envelopes.map((envelope) => JSON.stringify(envelope))]);
  return rows;
}

/** Records that a group subscribes to topics, and returns the topics that are new to it. */
export async function addSubscription(
  client: PoolClient,
  group: string,
  topics: readonly string[],
): Promise<readonly string[]> {
  const { rows } = await client.query<{ topic: string }>(
    `insert into events.event_subscription (group_name, topic) select $1, unnest($2::text[])
     on conflict do nothing returning topic`,
    [group, topics],
  );
  return rows.map((row) => row.topic);
}

/** The archived events of some topics in order, page by page, up to the last one at the time of the call. */
export async function* readArchive(
  client: Pool | PoolClient,
  topics: readonly string[],
  pageSize: number,
): AsyncGenerator<readonly ArchivedEvent[]> {
  const last = await client.query<{ last: string }>(
    'select coalesce(max(position), 0)::text as last from events.event_archive where topic = any($1::text[])',
    [topics],
  );
  let after = '0';
  while (true) {
    const { rows } = await client.query<ArchivedEvent>(
      `select archive.position::text as position, key, envelope from events.event_archive as archive
       where topic = any($1::text[]) and position > $2::bigint and position <= $3::bigint
       order by archive.position limit $4`,
      [topics, after, last.rows[0]?.last ?? '0', pageSize],
    );
    if (rows.length === 0) return;
    yield rows;
    after = rows.at(-1)!.position;
  }
}
