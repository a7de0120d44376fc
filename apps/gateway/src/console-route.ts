import { randomBytes } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply } from 'fastify';

/** The placeholder in the built start page for the nonce of each answer. */
const noncePlaceholder = '%CSP_NONCE%';

/** Allows only the console's own scripts and styles, and style elements with the answer's nonce. */
function contentSecurityPolicy(nonce: string): string {
  return [
    "default-src 'self'",
    "script-src 'self'",
    `style-src 'self' 'nonce-${nonce}'`,
    "img-src 'self' data: blob:",
    "font-src 'self'",
    "connect-src 'self'",
    "frame-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ');
}

const yearSeconds = 365 * 24 * 60 * 60;

/**
 * Serves the console's files, compressed if there is a .br or .gz beside them and the browser accepts it; any page
 * address gives the start page, each time with a new nonce.
 */
export async function addConsoleRoute(server: FastifyInstance, directory: string | undefined): Promise<void> {
  if (directory === undefined || !(await exists(join(directory, 'index.html')))) return;
  await server.register(fastifyStatic, {
    root: directory,
    cacheControl: false,
    preCompressed: true,
    index: false,
    setHeaders(reply, path) {
      const lasting = path.includes('/assets/');
      reply.setHeader('cache-control', lasting ? `public, max-age=${yearSeconds}, immutable` : 'no-cache');
      reply.setHeader('vary', 'accept-encoding');
      reply.setHeader('content-security-policy', "default-src 'none'; style-src 'self'; sandbox");
    },
  });
  const startPage = async (reply: FastifyReply) => {
    const nonce = randomBytes(16).toString('base64url');
    const page = await readFile(join(directory, 'index.html'), 'utf8');
    return reply
      .type('text/html; charset=utf-8')
      .header('cache-control', 'no-store')
      .header('content-security-policy', contentSecurityPolicy(nonce))
      .send(page.replaceAll(noncePlaceholder, nonce));
  };
  for (const address of ['/', '/index.html']) server.get(address, (_request, reply) => startPage(reply));
  server.setNotFoundHandler((request, reply) => {
    const page = request.method === 'GET' && (request.headers.accept ?? '').includes('text/html');
    return page ? startPage(reply) : reply.code(404).send({ problems: [] });
  });
}

function exists(file: string): Promise<boolean> {
  return access(file).then(
    () => true,
    () => false,
  );
}
