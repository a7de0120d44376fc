import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import Fastify from 'fastify';
import { pino } from 'pino';
import { describe, expect, test } from 'vitest';
import type { Actor, Role, TokenVerifier } from '@nuangong/access';
import { fileTypes } from './file-headers.ts';
import { isRefusal, tooLarge } from './file-refusal.ts';
import { addFileRoutes } from './file-routes.ts';

const actorWith = (...roles: readonly Role[]): Actor => ({
  kind: 'STAFF',
  staffId: '00000000-0000-7000-8000-000000000001',
  name: '王秀英',
  organizationId: '00000000-0000-7000-8000-000000510101',
  organizationName: '青禾县总工会',
  scope: '51/5101/510101/' as Actor['scope'],
  roles,
  sessionId: 'session',
});

const verifier: TokenVerifier = {
  verify: (token) =>
    Promise.resolve(
      token === undefined
        ? { kind: 'NONE' }
        : { kind: 'ACTOR', actor: actorWith(token === 'finance' ? 'FINANCE' : 'CLERK') },
    ),
} as TokenVerifier;

const most = 100;

async function startServer(logged: string[] = []) {
  const server = Fastify();
  const logger = pino({ level: 'error' }, { write: (line: string) => void logged.push(line) });
  await addFileRoutes(server, { verifier, logger }, (files) => {
    files.serve('/files/x/:id', 'household.read', ({ id }) =>
      Promise.resolve({
        name: '诊断.pdf',
        type: fileTypes.pdf,
        inline: true,
        size: id.length,
        content: Readable.from([id]),
      }),
    );
    files.serve('/files/x/broken', 'household.read', () => Promise.reject(new Error('relation secret_table')));
    files.accept('/files/x', 'household.register', async (_asked, receive) => {
      const upload = await receive(most);
      if (isRefusal(upload)) return upload;
      const content = await buffer(upload.content);
      if (upload.isCut()) return tooLarge(1024 * 1024);
      return {
        status: 201,
        answer: { name: upload.fileName, size: content.length, kind: upload.field('kind') ?? null },
      };
    });
  });
  return server;
}

async function formOf(content: string, kind?: string) {
  const form = new FormData();
  if (kind !== undefined) form.set('kind', kind);
  form.set('file', new Blob([content]), '诊断.pdf');
  const body = new Response(form);
  return {
    headers: { authorization: 'clerk', 'content-type': body.headers.get('content-type') ?? '' },
    payload: Buffer.from(await body.arrayBuffer()),
  };
}

const codeOf = (answer: { json: () => unknown }) =>
  (answer.json() as { problems: { code: string; zh: string; en: string }[] }).problems[0]?.code;

describe('a file', () => {
  test('is served with its headers and length to a permitted user', async () => {
    const server = await startServer();
    const id = '00000000-0000-7000-8000-00000000000a';
    const answer = await server.inject({ url: `/files/x/${id.toUpperCase()}`, headers: { authorization: 'clerk' } });
    expect([answer.statusCode, answer.body]).toEqual([200, id]);
    expect(answer.headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-length': String(id.length),
      'content-disposition': `inline; filename="__.pdf"; filename*=UTF-8''${encodeURIComponent('诊断.pdf')}`,
      'x-content-type-options': 'nosniff',
      'cache-control': 'private, no-store',
    });
  });

  test('is refused without a token, without the permission, and after an error that only the log names', async () => {
    const logged: string[] = [];
    const server = await startServer(logged);
    const ask = (url: string, headers = {}) => server.inject({ url, headers });
    const [signedOut, finance] = [
      await ask('/files/x/1'),
      await server.inject({ method: 'POST', url: '/files/x', headers: { authorization: 'finance' } }),
    ];
    expect([signedOut.statusCode, codeOf(signedOut)]).toEqual([401, 'UNAUTHENTICATED']);
    expect([finance.statusCode, codeOf(finance)]).toEqual([403, 'FORBIDDEN']);
    const broken = await ask('/files/x/broken', { authorization: 'clerk' });
    expect([broken.statusCode, codeOf(broken)]).toEqual([500, 'FILE_FAILED']);
    expect(broken.body).not.toContain('secret_table');
    expect(logged.join('')).toContain('secret_table');
  });
});

describe('an upload', () => {
  const send = async (request: object) => {
    const server = await startServer();
    return server.inject({ method: 'POST', url: '/files/x', ...request });
  };

  test('is accepted as a form with texts, or as the body', async () => {
    const inForm = await send(await formOf('x'.repeat(most), 'DIAGNOSIS'));
    expect([inForm.statusCode, inForm.json()]).toEqual([201, { name: '诊断.pdf', size: most, kind: 'DIAGNOSIS' }]);
    const headers = { authorization: 'clerk', 'content-type': 'application/octet-stream' };
    const plain = await send({ headers, payload: Buffer.alloc(most) });
    expect([plain.statusCode, plain.json()]).toEqual([201, { name: '', size: most, kind: null }]);
  });

  test('over the size limit is refused, in a form and as the body', async () => {
    const headers = { authorization: 'clerk', 'content-type': 'application/octet-stream' };
    for (const request of [await formOf('x'.repeat(most + 1)), { headers, payload: Buffer.alloc(most + 1) }]) {
      const answer = await send(request);
      expect([answer.statusCode, codeOf(answer)]).toEqual([413, 'FILE_TOO_LARGE']);
    }
  });

  test('without a file, or truncated, is refused', async () => {
    const nothing = await send({ headers: { authorization: 'clerk' } });
    expect([nothing.statusCode, codeOf(nothing)]).toEqual([400, 'FILE_MISSING']);
    const { headers, payload } = await formOf('x'.repeat(90));
    const cut = await send({ headers, payload: payload.subarray(0, payload.length - 60) });
    expect([cut.statusCode, codeOf(cut)]).toEqual([400, 'UPLOAD_BROKEN']);
  });
});
