import { expect, test } from 'vitest';
import { createBatchLoader, loadManyBy, loadOneBy } from './batch-loader.ts';

test('given many keys in one round, when they are asked for, then one query loads each once', async () => {
  const queries: (readonly string[])[] = [];
  const load = createBatchLoader(async (_context: object, keys) => {
    queries.push(keys);
    return new Map(keys.filter((key) => key !== 'missing').map((key) => [key, key.toUpperCase()]));
  });
  const request = {};
  const asked = await Promise.all(['a', 'b', 'a', 'missing'].map((key) => load(request, key)));
  expect(asked).toEqual(['A', 'B', 'A', undefined]);
  expect(await load(request, 'b')).toBe('B');
  expect(queries).toEqual([['a', 'b', 'missing']]);
});

test('given two requests, when both ask for one key, then neither sees the other’s answer', async () => {
  let asked = 0;
  const load = createBatchLoader(async (context: { who: string }, keys) => {
    asked += 1;
    return new Map(keys.map((key) => [key, context.who]));
  });
  expect(await Promise.all([load({ who: 'city' }, 'x'), load({ who: 'county' }, 'x')])).toEqual(['city', 'county']);
  expect(asked).toBe(2);
});

test('given a failing query, when its round is awaited, then each caller gets the error and a new request asks again', async () => {
  let fails = true;
  const load = createBatchLoader(async (_context: object, keys) => {
    if (fails) throw new Error('broken');
    return new Map(keys.map((key) => [key, 1]));
  });
  await expect(load({}, 'x')).rejects.toThrow('broken');
  fails = false;
  expect(await load({}, 'x')).toBe(1);
});

test('given rows of a key, when there are none, then the list is empty', async () => {
  const load = loadManyBy(
    (row: { household: string }) => row.household,
    async (_context: object) => [{ household: 'a' }, { household: 'a' }],
  );
  const request = {};
  expect(await Promise.all([load(request, 'a'), load(request, 'b')])).toEqual([
    [{ household: 'a' }, { household: 'a' }],
    [],
  ]);
});

test('given rows that a list has read, when one is asked for in that request, then it is not read again', async () => {
  const queries: (readonly string[])[] = [];
  const load = loadOneBy<object, { readonly id: string }>(
    ({ id }) => id,
    async (_context, ids) => {
      queries.push(ids);
      return ids.map((id) => ({ id }));
    },
  );
  const [request, other] = [{}, {}];
  const [listed] = await load.keep(request, Promise.resolve([{ id: 'a' }, { id: 'b' }]));
  expect(await load(request, 'a')).toBe(listed);
  expect(await Promise.all([load(request, 'b'), load(request, 'c'), load(other, 'a')])).toHaveLength(3);
  expect(queries).toEqual([['c'], ['a']]);
});
