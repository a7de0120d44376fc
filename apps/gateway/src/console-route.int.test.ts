import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import Fastify, { type FastifyInstance } from 'fastify';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { addConsoleRoute } from './console-route.ts';

const page = '<!doctype html><div id="root"></div>';
const code = `export const words = ${JSON.stringify('暖'.repeat(2_000))};`;
const asBrowser = { 'accept-encoding': 'gzip, deflate, br, zstd', accept: '*/*' };

let folder: string;
let server: FastifyInstance;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'nuangong-console-'));
  await mkdir(join(folder, 'assets'));
  await writeFile(join(folder, 'index.html'), page);
  await writeFile(join(folder, 'assets', 'index-1.js'), code);
  await writeFile(join(folder, 'assets', 'index-1.js.gz'), gzipSync(code));
  await writeFile(join(folder, 'assets', 'small-1.js'), 'export {};');
  server = Fastify();
  await addConsoleRoute(server, folder);
});

afterAll(async () => {
  await server?.close();
  await rm(folder, { recursive: true, force: true });
});

test('code goes out compressed to a browser that takes it, whole to others, to be kept for a year', async () => {
  const compressed = await server.inject({ url: '/assets/index-1.js', headers: asBrowser });
  expect(compressed.headers).toMatchObject({
    'content-encoding': 'gzip',
    'content-type': expect.stringContaining('javascript'),
    'cache-control': 'public, max-age=31536000, immutable',
    'content-security-policy': expect.stringContaining("script-src 'self'"),
    vary: 'accept-encoding',
  });
  expect(gunzipSync(compressed.rawPayload).toString()).toBe(code);
  const whole = await server.inject('/assets/index-1.js');
  expect(whole.headers['content-encoding']).toBeUndefined();
  expect(whole.payload).toBe(code);
  expect(whole.headers['cache-control']).toBe('public, max-age=31536000, immutable');
});

test('a file without a compressed one beside it goes out whole', async () => {
  const answer = await server.inject({ url: '/assets/small-1.js', headers: asBrowser });
  expect(answer.statusCode).toBe(200);
  expect(answer.headers['content-encoding']).toBeUndefined();
  expect(answer.payload).toBe('export {};');
});

test('every page address gives the start page, asked for anew each time', async () => {
  for (const url of ['/', '/index.html', '/households/1']) {
    const answer = await server.inject({ url, headers: { ...asBrowser, accept: 'text/html' } });
    expect([url, answer.statusCode, answer.payload]).toEqual([url, 200, page]);
    expect(answer.headers['cache-control']).toBe('no-cache');
    expect(answer.headers['content-security-policy']).toContain("frame-ancestors 'none'");
  }
});

test('code that an older build had is missing, and is not answered with the start page', async () => {
  const answer = await server.inject({ url: '/assets/gone-1.js', headers: asBrowser });
  expect(answer.statusCode).toBe(404);
  expect(answer.payload).not.toContain('<');
});
