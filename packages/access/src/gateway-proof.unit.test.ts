import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createGatewayProof } from './gateway-proof.ts';

const key = Buffer.alloc(32, 1).toString('base64');
const proof = createGatewayProof(key);
const line = fc.string().filter((text) => !text.includes('\n'));
const requests = fc.record({
  method: fc.constantFrom('GET', 'POST'),
  url: line.map((text) => `/${text}`),
  authorization: fc.option(line, { nil: undefined }),
});

test('a proof is valid for its own request, and for no other method, path or token', () => {
  fc.assert(
    fc.property(requests, requests, (one, other) => {
      expect(proof.isOf(one, proof.of(one))).toBe(true);
      const same = one.method === other.method && one.url === other.url;
      const sameToken = (one.authorization ?? '') === (other.authorization ?? '');
      expect(proof.isOf(other, proof.of(one))).toBe(same && sameToken);
    }),
  );
});

test('a proof by another key, a truncated proof and a missing proof are invalid', () => {
  const request = { method: 'POST', url: '/graphql', authorization: 'Bearer x' };
  const stranger = createGatewayProof(Buffer.alloc(32, 2).toString('base64'));
  expect(proof.isOf(request, stranger.of(request))).toBe(false);
  expect(proof.isOf(request, proof.of(request).slice(0, -2))).toBe(false);
  for (const none of [undefined, '', ['a', 'b'], key]) expect(proof.isOf(request, none)).toBe(false);
});

test('a missing or short key is refused, and the error names the variable', () => {
  for (const wrong of [undefined, '', 'x', Buffer.alloc(16).toString('base64')]) {
    expect(() => createGatewayProof(wrong)).toThrow('GATEWAY_KEY');
  }
});
