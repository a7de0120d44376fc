import proxy from '@fastify/http-proxy';
import type { FastifyInstance } from 'fastify';

/** Passes sign-in to identity, and files to the service that owns them; each verifies the token itself. */
export async function addServiceRoutes(
  server: FastifyInstance,
  services: Readonly<Record<string, string>>,
): Promise<void> {
  for (const [name, upstream] of Object.entries(services)) {
    const prefixes = name === 'identity' ? ['/auth', '/files/identity'] : [`/files/${name}`];
    for (const prefix of prefixes) {
      await server.register(proxy, { upstream, prefix, rewritePrefix: prefix, http2: false });
    }
  }
}
