import Fastify from 'fastify';
import { expect, test } from 'vitest';
import { createGatewayProof, gatewayHeader } from '@nuangong/access';
import { answerFaults, refuseAddress } from './answer-faults.ts';
import { admitGatewayOnly } from './gateway-only.ts';
import { createLogger } from './logger.ts';

const proof = createGatewayProof(Buffer.alloc(32, 3).toString('base64'));

function startServer() {
  const lines: string[] = [];
  const server = Fastify({ bodyLimit: 100, frameworkErrors: refuseAddress });
  answerFaults(server, createLogger('test', 'error', { write: (line) => void lines.push(line) }));
  admitGatewayOnly(server, proof);
  server.get('/files/broken', () => {
    throw new Error('relation "secret_table" does not exist');
  });
  server.post('/files/echo', (request) => request.body);
  server.get('/files/tables/:form.xlsx', () => 'table');
  server.get('/health', () => ({ status: 'up' }));
  const ask = (method: 'GET' | 'POST', url: string, more: { readonly payload?: string; readonly type?: string } = {}) =>
    server.inject({
      method,
      url,
      headers: {
        [gatewayHeader]: proof.of({ method, url, authorization: undefined }),
        'content-type': more.type ?? 'application/json',
      },
      ...(more.payload !== undefined && { payload: more.payload }),
    });
  return { server, ask, lines };
}

test('a fault in a route is answered with its number, in both languages, and logged under it', async () => {
  const { ask, lines } = startServer();
  const answer = await ask('GET', '/files/broken');
  expect(answer.statusCode).toBe(500);
  const { problems } = answer.json<{ problems: { code: string; zh: string; en: string }[] }>();
  expect(problems[0]?.code).toBe('INTERNAL_SERVER_ERROR');
  const number = /[0-9a-f]{8}/.exec(problems[0]?.zh ?? '')?.[0] ?? '-';
  expect(problems[0]?.en).toContain(number);
  expect(answer.payload).not.toContain('secret_table');
  expect(lines.join('')).toContain(number);
});

test.each([
  ['cut short', '{"a":', 'application/json', 400, 'REQUEST_NOT_READABLE'],
  ['of another kind', '<a/>', 'application/xml', 415, 'REQUEST_NOT_READABLE'],
  ['too large', JSON.stringify('x'.repeat(200)), 'application/json', 413, 'REQUEST_TOO_LARGE'],
])('a body that is %s is refused in words', async (_what, payload, type, status, code) => {
  const { ask } = startServer();
  const answer = await ask('POST', '/files/echo', { payload, type });
  expect([answer.statusCode, answer.json()]).toEqual([
    status,
    { problems: [{ code, zh: expect.any(String), en: expect.any(String) }] },
  ]);
});

test.each([
  ['half a character', '/files/tables/%ED%A0%80.xlsx'],
  ['a broken escape', '/files/tables/%.xlsx'],
  ['a very long name', `/files/tables/${'a'.repeat(3_000)}.xlsx`],
])('an address with %s is refused with a message that does not repeat it', async (_what, url) => {
  const { server } = startServer();
  const answer = await server.inject({ url });
  expect([400, 404]).toContain(answer.statusCode);
  expect(answer.json()).toEqual({
    problems: [{ code: 'ADDRESS_NOT_READABLE', zh: expect.any(String), en: expect.any(String) }],
  });
});

test('without the gateway’s proof for the request only health is answered', async () => {
  const { server } = startServer();
  const stolen = proof.of({ method: 'GET', url: '/files/broken', authorization: undefined });
  const from = (url: string, headers: Record<string, string>) => server.inject({ url, headers });
  for (const [url, headers] of [
    ['/files/broken', {}],
    ['/files/broken?x=1', { [gatewayHeader]: stolen }],
    ['/files/broken', { [gatewayHeader]: stolen, authorization: 'Bearer other' }],
    ['/nowhere', {}],
    ['/health/../files/broken', {}],
  ] as const) {
    const answer = await from(url, headers);
    expect([url, answer.statusCode, answer.payload]).toEqual([
      url,
      421,
      expect.stringContaining('NOT_THROUGH_GATEWAY'),
    ]);
  }
  expect((await from('/health', {})).statusCode).toBe(200);
});
