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
    description: 'The database session whose open transaction holds events back.',
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
    description: 'What a service has recorded and not yet sent.',
    shareable: true,
    fields: (t) => ({
      unsent: t.exposeInt('unsent', { description: 'Events recorded and not yet sent.' }),
      oldestUnsentSeconds: t.exposeFloat('oldestUnsentSeconds', {
        description: 'How long the oldest of them has waited, in seconds; 0 where none waits.',
      }),
      heldBack: t.exposeInt('heldBack', { description: 'Of these, how many wait for an older transaction to end.' }),
      heldBackBy: t.field({
        type: Holder,
        nullable: true,
        description: 'The session with the oldest open transaction; null where nothing is held back.',
        resolve: ({ heldBackBy }) => heldBackBy ?? null,
      }),
    }),
  });
  const Consumer = builder.objectRef<ServiceConsumer>('ServiceConsumer').implement({
    description: 'How far a service has come in the events that it hears.',
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
        description: 'How long the event last handled had waited since it happened, in seconds; null before the first.',
      }),
      backlogEvents: t.exposeInt('backlogEvents', {
        nullable: true,
        description: 'Events that wait to be handled; null where the transport does not answer.',
      }),
      backlogSeconds: t.exposeFloat('backlogSeconds', {
        nullable: true,
        description: 'How long the oldest of them has waited, in seconds; null where the transport does not answer.',
      }),
    }),
  });
  const WaitingType = builder.objectRef<ServiceEvents['waitingByType'][number]>('WaitingDeadLetters').implement({
    description: 'How many dead letters of one type of event wait.',
    shareable: true,
    fields: (t) => ({
      type: t.exposeString('type', {
        nullable: true,
        description: 'The type of the event; null where the letter has none that can be read.',
      }),
      waiting: t.exposeInt('waiting', { description: 'Letters not handled since.' }),
    }),
  });
  const Events = builder.objectRef<ServiceEvents>('ServiceEvents').implement({
    description: 'How far a service has come in what it tells and in what it hears.',
    shareable: true,
    fields: (t) => ({
      service: t.exposeString('service', { description: 'The service’s name: funds, case-records.' }),
      outbox: t.field({
        type: Outbox,
        description: 'What it has recorded and not yet sent.',
        resolve: ({ outbox }) => outbox,
      }),
      consumer: t.field({
        type: Consumer,
        nullable: true,
        description: 'How far it has come in what it hears; null where it reacts to no events.',
        resolve: ({ consumer }) => consumer,
      }),
      deadLetters: t.int({
        description: 'Dead letters that wait within the reader’s organisation and those below it.',
        resolve: ({ waitingByType }) => waitingByType.reduce((sum, { waiting }) => sum + waiting, 0),
      }),
      deadLettersByType: t.field({
        type: [WaitingType],
        description: 'The same by type of event.',
        resolve: ({ waitingByType }) => [...waitingByType],
      }),
    }),
  });
  builder.queryField(`${name}Events`, (t) =>
    t.field({
      type: Events,
      nullable: true,
      description: 'How far this service has come in sending its events and handling those of others.',
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
        description: 'The id of the event; null where it cannot be read.',
        resolve: (letter) => attribute(letter, 'id'),
      }),
      type: t.string({
        nullable: true,
        description: 'The type of the event; null where it cannot be read.',
        resolve: (letter) => attribute(letter, 'type'),
      }),
      key: t.string({
        nullable: true,
        description: 'The record that the event is about, by which its order is kept; null where it cannot be read.',
        resolve: (letter) => attribute(letter, 'subject'),
      }),
      organizationPath: t.string({
        nullable: true,
        description:
          'The path of the organisation whose record it is, by codes: 51/5101/510101/; null where it cannot be read.',
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
        description: 'When it was handled after all; null while it waits.',
      }),
      redrivenBy: t.exposeString('redrivenBy', {
        nullable: true,
        description: 'Who last had it handled once more, where the reader may see it.',
      }),
      payload: t.field({
        description: 'The event, with what is sensitive in it masked.',
        type: 'Json',
        nullable: true,
        resolve: ({ envelope }) => maskEnvelope(envelope),
      }),
      stack: t.string({
        nullable: true,
        description: 'Where in the program it broke, for those who hold `dead-letter.read-stack`; null for others.',
        resolve: ({ stack }, _arguments, { actor }) => (permits(actor.roles, 'dead-letter.read-stack') ? stack : null),
      }),
    }),
  });
  const Page = builder
    .objectRef<{ readonly items: readonly KeptLetter[]; readonly total: number }>('DeadLetterPage')
    .implement({
      description: 'A page of the dead letters of one service, the newest first.',
      shareable: true,
      fields: (t) => ({
        items: t.field({ type: [Letter], resolve: ({ items }) => [...items] }),
        total: t.exposeInt('total'),
      }),
    });
  const Filter = builder.inputType('DeadLetterFilter', {
    description: 'Which dead letters are wanted: all conditions given hold together.',
    fields: (t) => ({
      type: t.string({
        description: 'The type of the event.',
      }),
      cause: t.string({ description: 'Why it could not be handled, word for word.' }),
      replayed: t.boolean({
        description: 'Those handled after all; those that wait unless given.',
      }),
    }),
  });
  builder.queryField(`${name}DeadLetters`, (t) =>
    t.field({
      type: Page,
      nullable: true,
      description:
        'The events that this service could not handle, the newest first; those that wait unless asked otherwise.',
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
    description: 'What became of one dead letter that was handled once more.',
    shareable: true,
    fields: (t) => ({
      id: t.exposeString('id'),
      ok: t.exposeBoolean('ok', { description: 'Whether it was handled.' }),
      problems: t.field({ type: ['Problem'], resolve: ({ problems }) => [...problems] }),
    }),
  });
  const Redriven = builder.objectRef<Result<RedrivenBatch>>('RedriveDeadLettersResult').implement({
    description: 'What became of each; `remaining` letters alike still wait.',
    shareable: true,
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      rows: t.field({
        type: [Row],
        description: 'One for each letter.',
        resolve: (result) => (result.ok ? [...result.value.rows] : []),
      }),
      remaining: t.int({
        description: 'Letters alike that still wait.',
        resolve: (result) => (result.ok ? result.value.remaining : 0),
      }),
    }),
  });
  const ByIds = builder.inputType('RedriveDeadLettersInput', {
    description: 'Which dead letters are handled once more.',
    fields: (t) => ({
      ids: t.stringList({
        required: true,
        description: 'Their ids, 200 at most; those beyond are left as they are.',
      }),
    }),
  });
  const Alike = builder.inputType('RedriveDeadLettersAlikeInput', {
    description: 'Which dead letters are handled once more: the oldest 200 that are alike.',
    fields: (t) => ({
      type: t.string({
        description: 'The type of their event; any unless given.',
      }),
      cause: t.string({ description: 'Why they could not be handled, word for word; any unless given.' }),
    }),
  });
  builder.mutationField(`redrive${Name}DeadLetters`, (t) =>
    t.field({
      type: Redriven,
      description: 'Handles dead letters once more. Each has its own result; a letter that breaks again waits on.',
      args: { input: t.arg({ type: ByIds, required: true }) },
      resolve: (_root, { input }, context) => redriveDeadLetters(context, input.ids),
    }),
  );
  builder.mutationField(`redrive${Name}DeadLettersAlike`, (t) =>
    t.field({
      type: Redriven,
      description: 'Handles the oldest dead letters that are alike once more. Each has its own result.',
      args: { input: t.arg({ type: Alike, required: true }) },
      resolve: (_root, { input }, context) => redriveDeadLettersAlike(context, input),
    }),
  );
}
