import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { endOtherSessions, endOwnSession } from './end-own-session.ts';

const SessionType = builder.prismaObject('Session', {
  description: 'A browser that the person is signed in with (登录设备).',
  fields: (t) => ({
    id: t.exposeID('id'),
    device: t.exposeString('device', {
      description: 'Browser and operating system; empty if the browser does not send them.',
    }),
    maskedAddress: t.exposeString('maskedAddress', { description: 'The network of its address.' }),
    startedAt: t.expose('startedAt', { type: 'Instant', description: 'When the person signed in.' }),
    lastUsedAt: t.expose('lastUsedAt', { type: 'Instant', description: 'When it was last used.' }),
    current: t.boolean({
      description: 'Whether it is the current session.',
      select: { id: true },
      resolve: ({ id }, _arguments, { actor }) => id === actor.sessionId,
    }),
  }),
});

const mostSessions = 50;

builder.queryField('mySessions', (t) =>
  t.prismaField({
    type: [SessionType],
    description: 'The signed-in person’s sessions, latest first.',
    resolve: (query, _root, _arguments, { actor, tx, parts }) =>
      tx.session.findMany({
        ...query,
        where: { staffId: actor.staffId, endedAt: null, expiresAt: { gt: parts.clock() } },
        orderBy: { lastUsedAt: 'desc' },
        take: mostSessions,
      }),
  }),
);

const EndSessionInput = builder.inputType('EndSessionInput', {
  fields: (t) => ({ sessionId: t.id({ required: true }) }),
});
const EndSessionResult = commandResult(builder, 'EndSessionResult', 'session', SessionType);

builder.mutationField('endSession', (t) =>
  t.field({
    type: EndSessionResult,
    description: 'Ends one of the signed-in person’s sessions.',
    args: { input: t.arg({ type: EndSessionInput, required: true }) },
    resolve: (_root, { input }, context) => endOwnSession(context, input),
  }),
);

const EndOtherSessionsResult = commandResult(builder, 'EndOtherSessionsResult', 'ended', 'Int');

builder.mutationField('endOtherSessions', (t) =>
  t.field({
    type: EndOtherSessionsResult,
    description: 'Ends all of the signed-in person’s sessions except this one.',
    resolve: (_root, _arguments, context) => endOtherSessions(context),
  }),
);
