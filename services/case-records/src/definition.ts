import type { ServiceDefinition } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { attachRunningParts } from './running-parts.ts';
import { schema } from './schema.ts';

/** The case-records service; `clock` is the present moment. */
export function caseRecordsDefinition(clock: () => Date = () => new Date()): ServiceDefinition<Transaction> {
  return {
    name: 'case-records',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    routes(_server, parts) {
      attachRunningParts(parts, clock);
    },
  };
}
