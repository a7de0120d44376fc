import { obligationTask } from '@nuangong/obligations';
import type { ServiceDefinition } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { addRecordExportRoute } from './table/cell-record/export-route.ts';
import { addExportRoutes } from './table/export/routes.ts';
import { reactions } from './fact/fact/reactions.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import type { RunningParts } from './running-parts.ts';
import { schema } from './schema.ts';
import { openTablesDue } from './table/reporting-work/open-tables-due.ts';

/** The reporting service; `clock` gives the current time. */
export function reportingDefinition(
  clock: () => Date = () => new Date(),
): ServiceDefinition<Transaction, RunningParts> {
  return {
    name: 'reporting',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    parts: (foundation) => ({ ...foundation, clock }),
    reactions: () => reactions,
    scheduled: ({ database }) => [
      obligationTask(database.pool, clock),
      { name: 'tables-due', cron: '* * * * *', run: () => openTablesDue(database, clock()) },
    ],
    files: (files, { parts }) => {
      addExportRoutes(files, parts);
      addRecordExportRoute(files, parts);
    },
  };
}
