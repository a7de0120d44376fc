import type { SchemaTypes } from '@pothos/core';
import { permits } from '@nuangong/access';
import type { GateHolder, OutboxState } from '@nuangong/event-bus';
import { maskEnvelope } from '@nuangong/events';
import type { Result } from '@nuangong/primitives';
import { pageOf, requirePermission, type SubgraphBuilder } from '@nuangong/subgraph';
import { graphNamesOf } from '../graph-names.ts';
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
 * Adds a service's part of what an operator sees of the events: `fundsEvents`, `fundsDeadLetters`, `fundsDeadLetter`,
 * `redriveFundsDeadLetters`, `redriveFundsDeadLettersAlike`. Each service has fields of its own, so that one that is
 * down hides no other; their types are the same in all of them.
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
      pid: t.exposeInt('pid'),
      application: t.exposeString('application'),
      state: t.exposeString('state', { nullable: true }),
      openSeconds: t.exposeFloat('openSeconds', { nullable: true }),
    }),
  });
  const Outbox = builder.objectRef<OutboxState>('ServiceOutbox').implement({
    description: 'What a service has recorded and not yet sent.',
    shareable: true,
    fields: (t) => ({
      unsent: t.exposeInt('unsent'),
      oldestUnsentSeconds: t.exposeFloat('oldestUnsentSeconds'),
      heldBack: t.exposeInt('heldBack', { description: 'Of these, how many wait for an older transaction to end.' }),
      heldBackBy: t.field({ type: Holder, nullable: true, resolve: ({ heldBackBy }) => heldBackBy ?? null }),
    }),
  });
  const Consumer = builder.objectRef<ServiceConsumer>('ServiceConsumer').implement({
    description: 'How far a service has come in the events that it hears.',
    shareable: true,
    fields: (t) => ({
      name: t.exposeString('name'),
      lastHandledAt: t.expose('lastHandledAt', { type: 'Instant', nullable: true }),
      lagSeconds: t.exposeFloat('lagSeconds', { nullable: true }),
      backlogEvents: t.exposeInt('backlogEvents', { nullable: true }),
      backlogSeconds: t.exposeFloat('backlogSeconds', { nullable: true }),
    }),
  });
  const WaitingType = builder
    .objectRef<ServiceEvents['waitingByType'][number]>('WaitingDeadLetters')
    .implement({
      shareable: true,
      fields: (t) => ({
        type: t.exposeString('type', { nullable: true }),
        waiting: t.exposeInt('waiting'),
      }),
    });
  const Events = builder.objectRef<ServiceEvents>('ServiceEvents').implement({
    description: 'How far a service has come in what it tells and in what it hears.',
    shareable: true,
    fields: (t) => ({
      service: t.exposeString('service'),
      outbox: t.field({ type: Outbox, resolve: ({ outbox }) => outbox }),
      consumer: t.field({ type: Consumer, nullable: true, resolve: ({ consumer }) => consumer }),
      deadLetters: t.int({
        resolve: ({ waitingByType }) => waitingByType.reduce((sum, { waiting }) => sum + waiting, 0),
      }),
      deadLettersByType: t.field({ type: [WaitingType], resolve: ({ waitingByType }) => [...waitingByType] }),
    }),
  });
  builder.queryField(`${name}Events`, (t) =>
    t.field({
      type: Events,
      nullable: true,
      resolve: (_root, _arguments, context) => {
        requirePermission(context, 'dead-letter.read');
        return readServiceEvents(service, context.tx, context.events, context.actor.scope);
      },
    }),
  );
}

/** A letter's attributes as they may be shown. */
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
      eventId: t.string({ nullable: true, resolve: (letter) => attribute(letter, 'id') }),
      type: t.string({ nullable: true, resolve: (letter) => attribute(letter, 'type') }),
      key: t.string({ nullable: true, resolve: (letter) => attribute(letter, 'subject') }),
      organizationPath: t.string({ nullable: true, resolve: (letter) => attribute(letter, 'organizationpath') }),
      cause: t.exposeString('cause'),
      attempts: t.exposeInt('attempts'),
      diedAt: t.expose('diedAt', { type: 'Instant' }),
      replayedAt: t.expose('replayedAt', { type: 'Instant', nullable: true }),
      redrivenBy: t.exposeString('redrivenBy', { nullable: true }),
      payload: t.field({
        description: 'The event, with what is sensitive in it masked.',
        type: 'Json',
        nullable: true,
        resolve: ({ envelope }) => maskEnvelope(envelope),
      }),
      stack: t.string({
        nullable: true,
        resolve: ({ stack }, _arguments, { actor }) =>
          permits(actor.roles, 'dead-letter.read-stack') ? stack : null,
      }),
    }),
  });
  const Page = builder
    .objectRef<{ readonly items: readonly KeptLetter[]; readonly total: number }>('DeadLetterPage')
    .implement({
      shareable: true,
      fields: (t) => ({
        items: t.field({ type: [Letter], resolve: ({ items }) => [...items] }),
        total: t.exposeInt('total'),
      }),
    });
  const Filter = builder.inputType('DeadLetterFilter', {
    fields: (t) => ({ type: t.string(), cause: t.string(), replayed: t.boolean() }),
  });
  builder.queryField(`${name}DeadLetters`, (t) =>
    t.field({
      type: Page,
      nullable: true,
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
    shareable: true,
    fields: (t) => ({
      id: t.exposeString('id'),
      ok: t.exposeBoolean('ok'),
      problems: t.field({ type: ['Problem'], resolve: ({ problems }) => [...problems] }),
    }),
  });
  const Redriven = builder.objectRef<Result<RedrivenBatch>>('RedriveDeadLettersResult').implement({
    description: 'What became of each; `remaining` letters alike still wait.',
    shareable: true,
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      rows: t.field({ type: [Row], resolve: (result) => (result.ok ? [...result.value.rows] : []) }),
      remaining: t.int({ resolve: (result) => (result.ok ? result.value.remaining : 0) }),
    }),
  });
  const ByIds = builder.inputType('RedriveDeadLettersInput', {
    fields: (t) => ({ ids: t.stringList({ required: true }) }),
  });
  const Alike = builder.inputType('RedriveDeadLettersAlikeInput', {
    fields: (t) => ({ type: t.string(), cause: t.string() }),
  });
  builder.mutationField(`redrive${Name}DeadLetters`, (t) =>
    t.field({
      type: Redriven,
      args: { input: t.arg({ type: ByIds, required: true }) },
      resolve: (_root, { input }, context) => redriveDeadLetters(context, input.ids),
    }),
  );
  builder.mutationField(`redrive${Name}DeadLettersAlike`, (t) =>
    t.field({
      type: Redriven,
      args: { input: t.arg({ type: Alike, required: true }) },
      resolve: (_root, { input }, context) => redriveDeadLettersAlike(context, input),
    }),
  );
}
