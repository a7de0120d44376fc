import { permits } from '@nuangong/access';
import { recordAudit } from '@nuangong/database';
import { ok, refuse } from '@nuangong/primitives';
import { commandResult, forbidden, runCommand } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { replayEvents, type Replay } from './replay-events.ts';

const ReplayType = builder.objectRef<Replay>('Replay').implement({
  description: 'The result of a replay of all events.',
  fields: (t) => ({
    events: t.exposeInt('events', { description: 'Events handled.' }),
    factsBefore: t.exposeInt('factsBefore', { description: 'The number of facts before.' }),
    factsAfter: t.exposeInt('factsAfter', { description: 'The number of facts after; should be the same.' }),
  }),
});

const ReplayEventsResult = commandResult(builder, 'ReplayEventsResult', 'replay', ReplayType);

builder.mutationField('replayEvents', (t) =>
  t.field({
    description: 'Clears all facts and recalculates them from all stored events; the figures must be the same.',
    type: ReplayEventsResult,
    resolve: async (_root, _arguments, context) => {
      if (!permits(context.actor.roles, 'report.replay')) return refuse(forbidden());
      const { transport, database } = context.parts;
      const replayed = await replayEvents(database.pool, transport);
      if (!replayed.ok) return replayed;
      return runCommand(context, { action: 'report.replay' }, async (tx) => {
        await recordAudit(tx, context, [
          { action: 'report.replay', recordType: 'Replay', recordId: context.requestId, after: replayed.value },
        ]);
        return ok(replayed.value);
      });
    },
  }),
);
