import { readFileSync } from 'node:fs';
import { buildSchema, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { expect, test } from 'vitest';
import { gatewayLimits, measureQuery, nestingOf, type QueryLimits } from '@nuangong/subgraph';

const textOf = (file: string): string => readFileSync(new URL(file, import.meta.url), 'utf8');
const supergraph = textOf('../supergraph.graphql').replace(/^schema[^]*?\n\n/u, '');
const schema = buildSchema(supergraph, { assumeValidSDL: true });
const operations = JSON.parse(textOf('../operations.json')) as Readonly<Record<string, string>>;

const largestPage = 200;

const measured = Object.values(operations).map((text) => {
  const document = parse(text);
  const operation = document.definitions.find(
    (one) => one.kind === Kind.OPERATION_DEFINITION,
  ) as OperationDefinitionNode;
  const tokens = text.split(/[\s,]+|(?=[{}()[\]:!$=@])|(?<=[{}()[\]:!$=@])/u).filter(Boolean).length;
  const nesting = nestingOf(text, gatewayLimits.nesting);
  const has: QueryLimits = {
    characters: text.length,
    nesting,
    tokens,
    ...measureQuery(schema, document, operation, { perPage: largestPage }),
  };
  return { name: operation.name?.value, has };
});

test('the console’s operations measure at most half of the gateway’s limits, even at the largest page', () => {
  const beyond = measured.flatMap(({ name, has }) =>
    (Object.keys(has) as (keyof QueryLimits)[])
      .filter((limit) => has[limit] > gatewayLimits[limit] / 2)
      .map((limit) => `${name}: ${limit} ${has[limit]}`),
  );
  expect(beyond).toEqual([]);
  expect(Math.max(...measured.map(({ has }) => has.rows))).toBeGreaterThan(largestPage);
});
