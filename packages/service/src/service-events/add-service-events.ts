import type { SchemaTypes } from '@pothos/core';
import { permits } from '@nuangong/access';
import type { GateHolder, OutboxState } from '@nuangong/event-bus';
import { maskEnvelope } from '@nuangong/events';
import type { Result } from '@nuangong/primitives';
import { graphNamesOf, pageOf, requirePermission, type SubgraphBuilder } from '@nuangong/subgraph';
import type { TransactionClient } from '../transaction-client.ts';
import { findLetters, listLetters, type KeptLetter } from './dead-letter.ts';
import { readServiceEvents, type ServiceConsumer, type ServiceEvents } from './read-service-events.ts';
import {
  redriveDeadLetters,
  redriveDeadLettersAlike,
  type RedrivenBatch,
  type RedrivenRow,
} from './redrive-dead-letters.ts';

type Builder = SubgraphBuilder<object, TransactionClient>;

/**
 * Adds a service's part of the operators' view of events: `fundsEvents`, `fundsDeadLetters`, `fundsDeadLetter`,
 * `redriveFundsDeadLetters`, `redriveFundsDeadLettersAlike`. Each service has separate fields, so that one that is down
 * hides no other; their types are the same in all of them.
 *
 * @param service the service's name: `funds`, `case-records`.
 */
export function addServiceEvents<Types extends SchemaTypes>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
  service: string,
): void {
  const shared = builder as unknown as Builder;
  const { name, Name } = graphNamesOf(service);
  addEventsField(shared, service, name);
  addLetterFields(shared, name);
  addRedriving(shared, Name);
}

function addEventsField(builder: Builder, service: string, name: string): void {
  const Holder = builder.objectRef<GateHolder>('ServiceGateHolder').implement({
    description: 'The database session whose open transaction holds back events.',
    shareable: true,
    fields: (t) => ({
      pid: t.exposeInt('pid', { description: 'The number of its server process (pg_stat_activity.pid).' }),
      application: t.exposeString('application', {
        description: 'The name under which it connected: the service, or the tool of an operator.',
      }),
      state: t.exposeString('state', {
        nullable: true,
        description: 'What it is doing: active, idle in transaction; null where PostgreSQL does not say.',
      }),
      openSeconds: t.exposeFloat('openSeconds', {
        nullable: true,
        description: 'How long its transaction has been open, in seconds; null where PostgreSQL does not say.',
      }),
    }),
  });
  const Outbox = builder.objectRef<OutboxState>('ServiceOutbox').implement({
    description: 'The events a service has recorded and not yet sent.',
    shareable: true,
    fields: (t) => ({
      unsent: t.exposeInt('unsent', { description: 'Events recorded and not yet sent.' }),
      oldestUnsentSeconds: t.exposeFloat('oldestUnsentSeconds', {
        description: 'How long the oldest of them has waited, in seconds; 0 if there are none.',
      }),
      heldBack: t.exposeInt('heldBack', { description: 'Of these, how many wait for an older transaction to end.' }),
      heldBackBy: t.field({
        type: Holder,
        nullable: true,
        description: 'The session with the oldest open transaction; null if nothing is held back.',
        resolve: ({ heldBackBy }) => heldBackBy ?? null,
      }),
    }),
  });
  const Consumer = builder.objectRef<ServiceConsumer>('ServiceConsumer').implement({
    description: 'Progress of a service in handling the events it subscribes to.',
    shareable: true,
    fields: (t) => ({
      name: t.exposeString('name', { description: 'The name under which it reads the events.' }),
      lastHandledAt: t.expose('lastHandledAt', {
        type: 'Instant',
        nullable: true,
        description: 'When it last handled an event; null before its first.',
      }),
      lagSeconds: t.exposeFloat('lagSeconds', {
        nullable: true,
        description: 'How long after it happened the last event was handled, in seconds; null before the first.',
      }),
      backlogEvents: t.exposeInt('backlogEvents', {
        nullable: true,
        description: 'Events not yet handled; null if the transport does not answer.',
      }),
      backlogSeconds: t.exposeFloat('backlogSeconds', {
        nullable: true,
        description: 'How long the oldest of them has waited, in seconds; null if the transport does not answer.',
      }),
    }),
  });
  const WaitingType = builder.objectRef<ServiceEvents['waitingByType'][number]>('WaitingDeadLetters').implement({
    description: 'How many dead letters of one event type remain.',
    shareable: true,
    fields: (t) => ({
      type: t.exposeString('type', {
        nullable: true,
        description: 'The type of the event; null if it cannot be read.',
      }),
      waiting: t.exposeInt('waiting', { description: 'Dead letters not handled since.' }),
    }),
  });
  const Events = builder.objectRef<ServiceEvents>('ServiceEvents').implement({
    description: 'Progress of a service in sending its events and handling those of others.',
    shareable: true,
    fields: (t) => ({
      service: t.exposeString('service', { description: 'The service’s name: funds, case-records.' }),
      outbox: t.field({
        type: Outbox,
        description: 'Its events recorded and not yet sent.',
        resolve: ({ outbox }) => outbox,
      }),
      consumer: t.field({
        type: Consumer,
        nullable: true,
        description: 'Its progress in handling events; null if it subscribes to none.',
        resolve: ({ consumer }) => consumer,
      }),
      deadLetters: t.int({
        description: 'Dead letters that remain in the reader’s organisation and its subordinates.',
        resolve: ({ waitingByType }) => waitingByType.reduce((sum, { waiting }) => sum + waiting, 0),
      }),
      deadLettersByType: t.field({
        type: [WaitingType],
        description: 'The same by event type.',
        resolve: ({ waitingByType }) => [...waitingByType],
      }),
    }),
  });
  builder.queryField(`${name}Events`, (t) =>
    t.field({
      type: Events,
      nullable: true,
      description: 'Progress of this service in sending its events and handling those of others.',
      resolve: (_root, _arguments, context) => {
        requirePermission(context, 'dead-letter.read');
        return readServiceEvents(service, context.tx, context.events, context.actor.scope);
      },
    }),
  );
}

/** A letter's attributes, masked for display. */
function shown({ envelope }: KeptLetter): Readonly<Record<string, unknown>> {
  const masked = maskEnvelope(envelope);
  return typeof masked === 'object' && masked !== null ? (masked as Readonly<Record<string, unknown>>) : {};
}

function attribute(letter: KeptLetter, name: string): string | null {
  const value = shown(letter)[name];
  return typeof value === 'string' ? value : null;
}

function addLetterFields(builder: Builder, name: string): void {
  const Letter = builder.objectRef<KeptLetter>('DeadLetter').implement({
    description: 'An event that could not be handled.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeID('id'),
      eventId: t.string({
        nullable: true,
        description: 'The id of the event; null if it cannot be read.',
        resolve: (letter) => attribute(letter, 'id'),
      }),
      type: t.string({
        nullable: true,
        description: 'The type of the event; null if it cannot be read.',
        resolve: (letter) => attribute(letter, 'type'),
      }),
      key: t.string({
        nullable: true,
        description:
          'The id of the record the event is about, which is also its ordering key; null if it cannot be read.',
        resolve: (letter) => attribute(letter, 'subject'),
      }),
      organizationPath: t.string({
        nullable: true,
        description:
          'The path of the organisation that owns the record, by codes: 51/5101/510101/; null if it cannot be read.',
        resolve: (letter) => attribute(letter, 'organizationpath'),
      }),
      cause: t.exposeString('cause', {
        description: 'Why it could not be handled, in the words of the program’s error.',
      }),
      attempts: t.exposeInt('attempts', { description: 'How often it was tried.' }),
      diedAt: t.expose('diedAt', { type: 'Instant', description: 'When it was given up.' }),
      replayedAt: t.expose('replayedAt', {
        type: 'Instant',
        nullable: true,
        description: 'When it was reprocessed successfully; null before.',
      }),
      redrivenBy: t.exposeString('redrivenBy', {
        nullable: true,
        description: 'Who last reprocessed it, if the reader may see it.',
      }),
      payload: t.field({
        description: 'The event, with sensitive values masked.',
        type: 'Json',
        nullable: true,
        resolve: ({ envelope }) => maskEnvelope(envelope),
      }),
      stack: t.string({
        nullable: true,
        description: 'The stack trace, for those who hold `dead-letter.read-stack`; null for others.',
        resolve: ({ stack }, _arguments, { actor }) => (permits(actor.roles, 'dead-letter.read-stack') ? stack : null),
      }),
    }),
  });
  const Page = builder
    .objectRef<{ readonly items: readonly KeptLetter[]; readonly total: number }>('DeadLetterPage')
    .implement({
      description: 'A page of the dead letters of one service, newest first.',
      shareable: true,
      fields: (t) => ({
        items: t.field({ type: [Letter], resolve: ({ items }) => [...items] }),
        total: t.exposeInt('total'),
      }),
    });
  const Filter = builder.inputType('DeadLetterFilter', {
    description: 'Filter of dead letters: conditions are combined with AND.',
    fields: (t) => ({
      type: t.string({
        description: 'The type of the event.',
      }),
      cause: t.string({ description: 'The exact failure text.' }),
      replayed: t.boolean({
        description: 'Only those reprocessed; those that remain if left out.',
      }),
    }),
  });
  builder.queryField(`${name}DeadLetters`, (t) =>
    t.field({
      type: Page,
      nullable: true,
      description:
        'The events that this service could not handle, newest first; only those that remain if not filtered otherwise.',
      args: { filter: t.arg({ type: Filter }), page: t.arg.int(), perPage: t.arg.int() },
      resolve: (_root, { filter, ...page }, context) => {
        requirePermission(context, 'dead-letter.read');
        return listLetters(context.tx, context.actor.scope, filter ?? {}, pageOf(page));
      },
    }),
  );
  builder.queryField(`${name}DeadLetter`, (t) =>
    t.field({
      type: Letter,
      nullable: true,
      description: 'One of the events that this service could not handle.',
      args: { id: t.arg.string({ required: true }) },
      resolve: async (_root, { id }, context) => {
        requirePermission(context, 'dead-letter.read');
        return (await findLetters(context.tx, context.actor.scope, [id]))[0] ?? null;
      },
    }),
  );
}

function addRedriving(builder: Builder, Name: string): void {
  const Row = builder.objectRef<RedrivenRow>('RedrivenDeadLetter').implement({
    description: 'The outcome of reprocessing one dead letter.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeString('id'),
      ok: t.exposeBoolean('ok', { description: 'Whether it was handled.' }),
      problems: t.field({ type: ['Problem'], resolve: ({ problems }) => [...problems] }),
    }),
  });
  const Redriven = builder.objectRef<Result<RedrivenBatch>>('RedriveDeadLettersResult').implement({
    description: 'The outcome of each; `remaining` similar letters still remain.',
    shareable: true,
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      rows: t.field({
        type: [Row],
        description: 'One for each letter.',
        resolve: (result) => (result.ok ? [...result.value.rows] : []),
      }),
      remaining: t.int({
        description: 'Similar letters that still remain.',
        resolve: (result) => (result.ok ? result.value.remaining : 0),
      }),
    }),
  });
  const ByIds = builder.inputType('RedriveDeadLettersInput', {
    description: 'The dead letters to reprocess.',
    fields: (t) => ({
      ids: t.stringList({
        required: true,
        description: 'Their ids, at most 200; those beyond are not processed.',
      }),
    }),
  });
  const Alike = builder.inputType('RedriveDeadLettersAlikeInput', {
    description: 'The dead letters to reprocess: the oldest 200 that match.',
    fields: (t) => ({
      type: t.string({
        description: 'The type of their event; any if left out.',
      }),
      cause: t.string({ description: 'The exact failure text; any if left out.' }),
    }),
  });
  builder.mutationField(`redrive${Name}DeadLetters`, (t) =>
    t.field({
      type: Redriven,
      description: 'Reprocesses dead letters. Each has its own result; a letter that fails again remains.',
      args: { input: t.arg({ type: ByIds, required: true }) },
      resolve: (_root, { input }, context) => redriveDeadLetters(context, input.ids),
    }),
  );
  builder.mutationField(`redrive${Name}DeadLettersAlike`, (t) =>
    t.field({
      type: Redriven,
      description: 'Reprocesses the oldest dead letters that match. Each has its own result.',
      args: { input: t.arg({ type: Alike, required: true }) },
      resolve: (_root, { input }, context) => redriveDeadLettersAlike(context, input),
    }),
  );
}
