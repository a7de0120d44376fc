import { gatherLateRecords } from '@nuangong/organizations';
import type { ServiceDefinition } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { whenCaseFileActivated } from './household/when-case-file-activated.ts';
import { whenCaseFileExited } from './household/when-case-file-exited.ts';
import { readRunningParts, type RunningParts } from './running-parts.ts';
import { schema } from './schema.ts';

/** The employment and legal-aid service; `clock` gives the current time. */
export function employmentLegalDefinition(
  clock: () => Date = () => new Date(),
): ServiceDefinition<Transaction, RunningParts> {
  return {
    name: 'employment-legal',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    parts: (service) => readRunningParts(service, clock),
    reactions: () => ({
      'nuangong.case-file-activated.v1': whenCaseFileActivated,
      'nuangong.case-file-exited.v1': whenCaseFileExited,
    }),
    scheduled: ({ database }) => [
      { name: 'late-records', cron: '*/5 * * * *', run: () => gatherLateRecords(database) },
    ],
  };
}
