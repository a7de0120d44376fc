import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { ServiceParts } from '@nuangong/service';
import type { Transaction } from './builder.ts';
import { addEvidenceRoutes } from './evidence/evidence-routes.ts';
import { guardFiles } from './file-request.ts';
import { addRosterRoutes } from './roster-import/roster-routes.ts';
import type { RunningParts } from './running-parts.ts';

/** Adds /files/case-records/…: uploads and downloads after token and permission; refusals are problems in JSON. */
export async function addFileRoutes(
  server: FastifyInstance,
  service: ServiceParts<Transaction>,
  parts: RunningParts,
): Promise<void> {
  await server.register(multipart, { limits: { files: 1, fields: 10, fieldSize: 4096, parts: 12 } });
  const guard = guardFiles(service.verifier, parts);
  addEvidenceRoutes(server, guard);
  addRosterRoutes(server, guard);
}
