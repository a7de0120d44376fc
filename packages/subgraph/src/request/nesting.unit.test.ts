import fc from 'fast-check';
import { parse, type ASTNode } from 'graphql';
import { expect, test } from 'vitest';
import { nestingOf } from './nesting.ts';

test.each([
  ['{ a }', 1],
  ['query ($a: [[Int!]!]) { b(c: { d: [$a] }) { e } }', 4],
  ['{ a(b: "{[(") # {{{\n c }', 2],
  [String.raw`{ a(b: """ " {{ \""" [[ """) { c } }`, 2],
  [String.raw`{ a(b: "\"{{{") }`, 2],
  ['{ a(b: "never closed {{{', 2],
  ['} } }', 0],
  ['', 0],
])('%s', (document, depth) => {
  expect(nestingOf(document, 100)).toBe(depth);
});

test('a document of one megabyte is measured up to the limit, with any content', () => {
  for (const part of ['{', '"', '"""', '#\n', '\\', '(]', '"\\']) {
    expect(nestingOf(part.repeat(1_000_000 / part.length), 100)).toBeLessThanOrEqual(101);
  }
});

test('a document measured as shallow is shallow for the parser', () => {
  const text = fc.array(fc.constantFrom('{', '}', '[', ']', '(', ')', 'a', ':', '$b', '"x"', '"""y"""', '#z\n', ' '), {
    maxLength: 60,
  });
  const depthOf = (node: ASTNode): number =>
    1 +
    Math.max(
      0,
      ...Object.values(node)
        .flatMap((one: unknown) => (Array.isArray(one) ? one : [one]))
        .map((one) => (isNode(one) ? depthOf(one) : 0)),
    );
  const isNode = (one: unknown): one is ASTNode =>
    typeof one === 'object' && one !== null && 'kind' in one && one.constructor === Object;
  fc.assert(
    fc.property(text, (parts) => {
      const document = parts.join('');
      try {
        expect(depthOf(parse(document, { noLocation: true }))).toBeLessThanOrEqual(5 + 4 * nestingOf(document, 100));
      } catch (error) {
        if (!(error instanceof Error && error.name === 'GraphQLError')) throw error;
      }
    }),
  );
});
