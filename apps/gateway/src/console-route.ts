import { access } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const contentSecurityPolicy = [
  "default-src 'self'",
  "script-src 'self'",
  // The console's styling library writes its rules into the page.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "frame-src 'self' blob:",
  "object-src 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "frame-ancestors 'none'",
].join('; ');

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Serves the console's files, compressed where a .gz lies beside them and the browser takes it; any page address gives
 * its start page.
 */
export async function addConsoleRoute(server: FastifyInstance, directory: string | undefined): Promise<void> {
  if (directory === undefined || !(await exists(join(directory, 'index.html')))) return;
  await server.register(fastifyStatic, {
    root: directory,
    cacheControl: false,
    preCompressed: true,
    setHeaders(reply, path) {
      const lasting = path.includes('/assets/');
      reply.setHeader('cache-control', lasting ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
      reply.setHeader('vary', 'accept-encoding');
      reply.setHeader('content-security-policy', contentSecurityPolicy);
    },
  });
  server.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    return page ? reply.sendFile('index.html') : reply.code(404).send({ problems: [] });
  });
}

function exists(file: string): Promise<boolean> {
  return access(file).then(() => true, () => false);
}
