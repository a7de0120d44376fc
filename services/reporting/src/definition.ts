import type { ServiceDefinition } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { addExportRoutes } from './export/routes.ts';
import { reactions } from './fact/reactions.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { attachRunningParts } from './running-parts.ts';
import { schema } from './schema.ts';

/** The reporting service; `clock` is the present moment. */
export function reportingDefinition(clock: () => Date = () => new Date()): ServiceDefinition<Transaction> {
  return {
    name: 'reporting',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    reactions: () => reactions,
    routes(server, service) {
      addExportRoutes(server, attachRunningParts(service, clock));
    },
  };
}
