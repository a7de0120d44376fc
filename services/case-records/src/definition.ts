import type { ServiceDefinition } from '@nuangong/service';
import { applicationReactions } from './application/reactions.ts';
import type { Transaction } from './builder.ts';
import { addFileRoutes } from './file-routes.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { resumeRosters } from './roster-import/run-roster-import.ts';
import { attachRunningParts, partsOf } from './running-parts.ts';
import { schema } from './schema.ts';

/** The case-records service; `clock` is the present moment. */
export function caseRecordsDefinition(clock: () => Date = () => new Date()): ServiceDefinition<Transaction> {
  return {
    name: 'case-records',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    reactions: () => applicationReactions,
    routes: (server, service) => addFileRoutes(server, service, attachRunningParts(service, clock)),
    background(service) {
      const parts = partsOf(service);
      parts.background.run('unfinished rosters', () => resumeRosters(parts));
      return parts.background;
    },
  };
}
