import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { request } from './client.ts';
import { carryOut } from './command.ts';
import type { Operation } from './operation.ts';

const listeners = new Set<unknown>();
const sent: RequestInit[] = [];
let answer: ((response: Response) => void) | undefined;

beforeEach(() => {
  sent.length = 0;
  vi.stubGlobal('window', {
    addEventListener: (_kind: string, listener: unknown) => listeners.add(listener),
    removeEventListener: (_kind: string, listener: unknown) => listeners.delete(listener),
  });
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    if (path !== '/graphql') return Promise.resolve(Response.json({ accessToken: 'token' }));
    sent.push(init);
    return new Promise<Response>((resolve) => {
      answer = resolve;
    });
  });
});
afterEach(() => vi.unstubAllGlobals());

const operation = { name: 'PassCaseFiles', text: 'mutation PassCaseFiles { x }' } as Operation<
  { passCaseFiles: { problems: readonly [] } },
  { input: object }
>;
const untilSent = () => vi.waitFor(() => expect(sent).toHaveLength(1));
const carriedOut = () => answer?.(Response.json({ data: { passCaseFiles: { problems: [] } } }));

test('a command continues after its page is left', async () => {
  const command = carryOut(operation, { ids: ['a'] });
  await untilSent();
  expect([sent[0]?.keepalive, listeners.size]).toEqual([true, 0]);
  carriedOut();
  expect(await command).toEqual({ problems: [] });
});

test('a command too large for keepalive asks before the page is left, until it is answered', async () => {
  const command = carryOut(operation, { ids: Array.from({ length: 2000 }, () => '字'.repeat(12)) });
  await untilSent();
  expect([sent[0]?.keepalive, listeners.size]).toEqual([undefined, 1]);
  carriedOut();
  await command;
  expect(listeners.size).toBe(0);
});

test('a query ends with its page', async () => {
  const question = request(operation, { input: {} });
  await untilSent();
  expect([sent[0]?.keepalive, listeners.size]).toEqual([undefined, 0]);
  carriedOut();
  await question;
});
