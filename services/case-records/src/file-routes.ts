import multipart from '@fastify/multipart';
import type { FastifyInstance } from 'fastify';
import type { TokenVerifier } from '@nuangong/access';
import { addEvidenceRoutes } from './register/evidence/evidence-routes.ts';
import { guardFiles } from './file-request.ts';
import { addPostingPhotoRoutes } from './register/posting/posting-photo-routes.ts';
import { addRosterRoutes } from './register/roster-import/roster-routes.ts';
import type { RunningParts } from './running-parts.ts';

/** Adds /files/case-records/…: uploads and downloads after token and permission; refusals are problems in JSON. */
export async function addFileRoutes(
  server: FastifyInstance,
  verifier: TokenVerifier,
  parts: RunningParts,
): Promise<void> {
  await server.register(multipart, { limits: { files: 1, fields: 10, fieldSize: 4096, parts: 12 } });
  const guard = guardFiles(verifier, parts);
  addEvidenceRoutes(server, guard);
  addPostingPhotoRoutes(server, guard);
  addRosterRoutes(server, guard);
}
