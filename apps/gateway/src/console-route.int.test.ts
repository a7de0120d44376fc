import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addConsoleRoute } from './console-route.ts';

const pageWith = (nonce: string) => `<!doctype html><meta property="csp-nonce" nonce="${nonce}"><div id="root"></div>`;
const code = `export const words = ${JSON.stringify('暖'.repeat(2_000))};`;
const asBrowser = { 'accept-encoding': 'gzip, deflate, br, zstd', accept: '*/*' };

let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), pageWith('%CSP_NONCE%'));
  await writeFile(join(folder, 'assets', 'index-1.js'), code);
  await writeFile(join(folder, 'assets', 'index-1.js.gz'), gzipSync(code));
  await writeFile(join(folder, 'assets', 'index-1.js.br'), brotliCompressSync(code));
  await writeFile(join(folder, 'assets', 'small-1.js'), 'export {};');
  server = Fastify();
  await addConsoleRoute(server, folder);
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test('code is served compressed to browsers that accept it, uncompressed to others, cacheable for a year', async () => {
  const compressed = await server.inject({ url: '/assets/index-1.js', headers: asBrowser });
  expect(compressed.headers).toMatchObject({
    'content-encoding': 'br',
    'content-type': expect.stringContaining('javascript'),
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': expect.stringContaining("default-src 'none'"),
    vary: 'accept-encoding',
  });
  expect(brotliDecompressSync(compressed.rawPayload).toString()).toBe(code);
  const older = await server.inject({ url: '/assets/index-1.js', headers: { 'accept-encoding': 'gzip' } });
  expect(older.headers['content-encoding']).toBe('gzip');
  expect(gunzipSync(older.rawPayload).toString()).toBe(code);
  const whole = await server.inject('/assets/index-1.js');
  expect(whole.headers['content-encoding']).toBeUndefined();
  expect(whole.payload).toBe(code);
  expect(whole.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('a file without a compressed copy is served uncompressed', async () => {
  const answer = await server.inject({ url: '/assets/small-1.js', headers: asBrowser });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.payload).toBe('export {};');
});

test('every page address gives the start page, each time with a new nonce, without inline code or style', async () => {
  const nonces = new Set<string>();
  const urls = ['/', '/index.html', '/households/1', '/'];
  for (const url of urls) {
    const answer = await server.inject({ url, headers: { ...asBrowser, accept: 'text/html' } });
    const policy = String(answer.headers['content-security-policy']);
    const nonce = /style-src 'self' 'nonce-([\w-]{22})'/.exec(policy)?.[1] ?? '';
    nonces.add(nonce);
    expect([url, answer.statusCode, answer.payload]).toEqual([url, 200, pageWith(nonce)]);
    expect(answer.headers['cache-control']).toBe('no-store');
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain('unsafe');
  }
  expect(nonces.size).toBe(urls.length);
});

test('code of an older build is answered with 404, not with the start page', async () => {
  const answer = await server.inject({ url: '/assets/gone-1.js', headers: asBrowser });
  expect(answer.statusCode).toBe(404);
  expect(answer.payload).not.toContain('<');
});
