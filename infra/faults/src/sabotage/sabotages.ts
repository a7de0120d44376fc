/** A way of breaking the program on purpose, to prove that the trials would notice. */
export type Sabotage = {
  readonly what: string;
  /** The module, by the end of its path, and the text to replace in it. */
  readonly module: string;
  readonly replace: string;
  readonly by: string;
  /** The fault under which it shows. */
  readonly fault: 'EVENT_DUPLICATED' | 'COMMIT_HELD_UP' | 'RELAY_KILLED_AFTER_MARK';
};

const relay = 'packages/event-bus/src/outbox/relay.ts';

export const sabotages = {
  'no-inbox': {
    what: 'consumers do not look whether they have had an event before',
    module: 'packages/event-bus/src/inbox/consumer.ts',
    replace: 'if (fresh.length === 0) return;',
    by: '',
    fault: 'EVENT_DUPLICATED',
  },
  'plain-cursor': {
    what: 'the relay goes on behind the last event that it sent',
    module: relay,
    replace: `where sent_at is null and position < coalesce(
    (select position from outbox where sent_at is null and transaction_id >= \${gate} order by position limit 1),
    9223372036854775807)`,
    by: 'where position > (select coalesce(max(position), 0) from outbox where sent_at is not null)',
    fault: 'COMMIT_HELD_UP',
  },
  'mark-before-send': {
    what: 'the relay marks events as sent, commits, and then sends them',
    module: relay,
    replace: 'await transport.publish(unsent.rows.map((row) => row.envelope));',
    by: `await client.query('update outbox set sent_at = clock_timestamp() where position = any($1::bigint[])', [
      unsent.rows.map((row) => row.position)]);
    await client.query('commit');
    await transport.publish(unsent.rows.map((row) => row.envelope));`,
    fault: 'RELAY_KILLED_AFTER_MARK',
  },
} as const satisfies Readonly<Record<string, Sabotage>>;

export type SabotageName = keyof typeof sabotages;
