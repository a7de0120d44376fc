import { pageOf, requirePermission } from '@nuangong/subgraph';
import { builder } from '../builder.ts';
import { listWaitingDeadLetters, type WaitingDeadLetter } from './list-dead-letters.ts';
import { readEventConsumers, type EventConsumer } from './read-event-consumers.ts';
import { replayDeadLetters, type ReplayedRow } from './replay-dead-letters.ts';

const EventConsumerType = builder.objectRef<EventConsumer>('EventConsumer').implement({
  description: 'How far this service has come in the events that it hears.',
  fields: (t) => ({
    name: t.exposeString('name'),
    lastHandledAt: t.field({ type: 'Instant', nullable: true, resolve: ({ lastHandledAt }) => lastHandledAt }),
    lagSeconds: t.exposeFloat('lagSeconds', { nullable: true }),
    deadLetters: t.exposeInt('deadLetters'),
    unsent: t.exposeInt('unsent'),
  }),
});

builder.queryField('eventConsumers', (t) =>
  t.field({
    type: [EventConsumerType],
    resolve: async (_root, _arguments, context) => {
      requirePermission(context, 'dead-letter.read');
      return [...(await readEventConsumers(context.tx, context.actor.scope))];
    },
  }),
);

const DeadLetterType = builder.objectRef<WaitingDeadLetter>('DeadLetter').implement({
  description: 'An event that could not be handled; its content is not shown.',
  fields: (t) => ({
    id: t.exposeID('id'),
    eventId: t.exposeID('eventId', { nullable: true }),
    type: t.exposeString('type', { nullable: true }),
    key: t.exposeString('key', { nullable: true }),
    cause: t.exposeString('cause'),
    attempts: t.exposeInt('attempts'),
    diedAt: t.field({ type: 'Instant', resolve: ({ diedAt }) => diedAt }),
  }),
});

const DeadLetterPage = builder
  .objectRef<{ readonly items: readonly WaitingDeadLetter[]; readonly total: number }>('DeadLetterPage')
  .implement({
    fields: (t) => ({
      items: t.field({ type: [DeadLetterType], resolve: ({ items }) => [...items] }),
      total: t.exposeInt('total'),
    }),
  });

builder.queryField('deadLetters', (t) =>
  t.field({
    type: DeadLetterPage,
    args: { page: t.arg.int(), perPage: t.arg.int() },
    resolve: (_root, page, context) => {
      requirePermission(context, 'dead-letter.read');
      return listWaitingDeadLetters(context.tx, context.actor.scope, pageOf(page));
    },
  }),
);

const ReplayDeadLettersRow = builder.objectRef<ReplayedRow>('ReplayDeadLettersRow').implement({
  fields: (t) => ({
    id: t.exposeString('id'),
    ok: t.exposeBoolean('ok'),
    problems: t.field({ type: ['Problem'], resolve: ({ problems }) => [...problems] }),
  }),
});

const ReplayDeadLettersInput = builder.inputType('ReplayDeadLettersInput', {
  fields: (t) => ({ ids: t.stringList({ required: true }) }),
});

builder.mutationField('replayDeadLetters', (t) =>
  t.field({
    type: [ReplayDeadLettersRow],
    args: { input: t.arg({ type: ReplayDeadLettersInput, required: true }) },
    resolve: async (_root, { input }, context) => [...(await replayDeadLetters(context, input.ids.slice(0, 200)))],
  }),
);
