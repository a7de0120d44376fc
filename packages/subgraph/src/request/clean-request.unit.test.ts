import { Readable } from 'node:stream';
import Fastify from 'fastify';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cleanRequests, cleanValue } from './clean-request.ts';

function startServer() {
  const server = Fastify();
  cleanRequests(server);
  server.post('/graphql', (request) => request.body);
  server.post('/auth/:name', ({ body, query, params }) => ({ body, query, params }));
  return server;
}

const post = (url: string, payload: string, headers: Readonly<Record<string, string>> = {}) =>
  startServer().inject({ method: 'POST', url, payload, headers: { 'content-type': 'application/json', ...headers } });

test('control characters are removed from every text of a body and an address; line breaks stay', async () => {
  const sent = { variables: { input: { names: ['张\u0000三', '李\u001b四'], remark: '两\r\n行\u000b三' } } };
  expect((await post('/graphql', JSON.stringify(sent))).json()).toEqual({
    variables: { input: { names: ['张三', '李四'], remark: '两\r\n行\n三' } },
  });
  expect((await post('/auth/a%00b?x=%00y', '{}')).json()).toEqual({
    body: {},
    query: { x: 'y' },
    params: { name: 'ab' },
  });
});

test('half of a character is refused, with the field named, in the user’s language', async () => {
  const sent = String.raw`{"variables":{"input":{"names":["张\ud842"]}}}`;
  const asked = await post('/graphql', sent, { 'accept-language': 'en' });
  expect([asked.statusCode, asked.json()]).toEqual([
    400,
    {
      errors: [
        {
          message: expect.stringContaining('half of a character'),
          extensions: {
            code: 'TEXT_BROKEN',
            field: 'names',
            zh: expect.stringContaining('只剩一半'),
            en: expect.any(String),
          },
        },
      ],
    },
  ]);
  const beside = await post('/auth/x', String.raw`{"username":"\udfb7"}`);
  expect([beside.statusCode, beside.json()]).toMatchObject([
    400,
    { problems: [{ code: 'TEXT_BROKEN', field: 'username' }] },
  ]);
});

test('a parameter given twice in an address is refused, not guessed', async () => {
  const asked = await post('/auth/x?from=1&from=2', '{}');
  expect([asked.statusCode, asked.json()]).toMatchObject([400, { problems: [{ code: 'BAD_REQUEST', field: 'from' }] }]);
});

test('values nested too deep are refused, not traversed', async () => {
  const asked = await post('/graphql', `{"variables":${'['.repeat(100_000)}${']'.repeat(100_000)}}`);
  expect([asked.statusCode, asked.json()]).toMatchObject([
    400,
    { errors: [{ extensions: { code: 'BAD_USER_INPUT' } }] },
  ]);
});

test('input without such a character stays unchanged, a stream the same object', () => {
  const stream = Readable.from(['x']);
  expect(cleanValue(stream)).toEqual({ ok: true, value: stream });
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 6, stringUnit: 'grapheme' }), (value) => {
      expect(cleanValue(value)).toEqual({ ok: true, value });
    }),
  );
});
