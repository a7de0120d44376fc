import { afterAll, beforeAll, expect, test } from 'vitest';
import { Client } from 'pg';
import fc from 'fast-check';
import type { RunSql } from '@nuangong/database';
import { createTestEmptyDatabase, layFoundation } from '@nuangong/database/testing';
import { moveRecords, rememberMove, type ToldMove } from './remember-move.ts';
import { rememberOrganizations, type NewKnownOrganization } from './remember-organizations.ts';

let owner: Client;
let drop: () => Promise<void>;

const run: RunSql = async <Row extends object>(sql: string, ...values: readonly unknown[]) =>
  (await owner.query(sql, [...values])).rows as Row[];

beforeAll(async () => {
  const database = await createTestEmptyDatabase();
  drop = database.drop;
  owner = new Client({ connectionString: database.ownerUrl });
  await owner.connect();
  await layFoundation(owner);
});

afterAll(async () => {
  await owner.end();
  await drop();
});

const idOf = (number: number): string => `00000000-0000-7000-8000-${String(number).padStart(12, '0')}`;

interface Node {
  readonly place: number;
  readonly above: number | null;
}

const pathOf = (tree: readonly Node[], { place, above }: Node): string =>
  `${above === null ? '' : pathOf(tree, tree[above]!)}${place}/`;

const known = (tree: readonly Node[]): readonly NewKnownOrganization[] =>
  tree.map((node) => ({
    id: idOf(node.place),
    path: pathOf(tree, node),
    code: String(node.place),
    name: `单位${node.place}`,
    kind: node.above === null ? 'CITY' : 'BASE_UNION',
    parentId: node.above === null ? null : idOf(node.above),
  }));

const numbers = fc.array(fc.nat(), { minLength: 2, maxLength: 8 });

/** A tree below a city, and moves in it as identity makes them: never below the moving one itself. */
const histories = fc
  .record({ tree: numbers, moves: fc.array(fc.tuple(fc.nat(), fc.nat()), { minLength: 1, maxLength: 6 }) })
  .map(({ tree: parents, moves }) => {
    const first: Node[] = [{ place: 0, above: null }];
    for (const above of parents) first.push({ place: first.length, above: above % first.length });
    let tree: readonly Node[] = first;
    const told: ToldMove[] = [];
    const places = known(tree).map(({ id, path }) => ({ id, path }));
    for (const [one, other] of moves) {
      const moving = tree[1 + (one % (tree.length - 1))]!;
      const superior = tree[other % tree.length]!;
      const formerPath = pathOf(tree, moving);
      if (pathOf(tree, superior).startsWith(formerPath) || superior.place === moving.above) continue;
      tree = tree.map((node) => (node.place === moving.place ? { ...node, above: superior.place } : node));
      told.push({
        organization: { id: idOf(moving.place), path: pathOf(tree, tree[moving.place]!) },
        formerPath,
        parentId: idOf(superior.place),
        from: '2026-12-01',
        sequence: told.length + 1,
        movedAt: '2026-12-01T01:30:00.000Z',
      });
      places.push(...known(tree).map(({ id, path }) => ({ id, path })));
    }
    return { first, tree, told, places };
  })
  .chain(({ first, tree, told, places }) =>
    fc.record({
      first: fc.constant(first),
      tree: fc.constant(tree),
      places: fc.constant(places),
      // In any order, some twice.
      delivered: fc
        .subarray(told)
        .chain((again) => fc.shuffledSubarray([...told, ...again], { minLength: told.length + again.length })),
    }),
  );

test('given move events in any order, some twice, then tree, settings and obligations end up as in identity', async () => {
  await fc.assert(
    fc.asyncProperty(histories, async ({ first, tree, places, delivered }) => {
      await owner.query('begin');
      try {
        await rememberOrganizations(run, known(first));
        await run(`insert into organization_setting (organization_path, organization_id, kind, value, from_day, set_by, set_at)
          select organization_path, id, 'POSTING_WORKING_DAYS', 7, '2020-01-01', id, now() from organization`);
        await run(`insert into obligation (organization_path, kind, roles, record_type, record_id, parts, due_on, remind_on,
            escalate_on, escalates_to, escalates_to_roles, opened_at)
          select organization_path, 'POSTING_ENDS', '{CLERK}', 'Posting', id, '{}', '2027-01-01', '{}', '2027-01-02',
            access.parent_of(organization_path), '{ADMINISTRATOR}', now() from organization where parent_id is not null`);
        for (const told of delivered) {
          for (const formerPath of await rememberMove(run, told)) await moveRecords(run, formerPath);
        }
        const expected = known(tree).map(({ id, path, parentId }) => ({ id, path, parentId }));
        expect(
          await run(
            `select id::text, organization_path as path, parent_id::text as "parentId" from organization order by id`,
          ),
        ).toEqual(expected);
        const owed = expected.filter(({ parentId }) => parentId !== null).map(({ id, path }) => ({ id, path }));
        expect(
          await run(
            `select organization_id::text as id, organization_path as path from organization_setting order by 1`,
          ),
        ).toEqual(expected.map(({ id, path }) => ({ id, path })));
        expect(
          await run(`select record_id::text as id, organization_path as path from obligation order by record_id`),
        ).toEqual(owed);
        expect(
          await run(`select o.id from obligation o where not o.organization_path ^@ o.escalates_to
            or not exists (select from organization g where g.organization_path = o.escalates_to)`),
        ).toEqual([]);
        expect(
          await run(`select s.obligation_id from obligation_step s join obligation o on o.id = s.obligation_id
            where s.organization_path <> o.organization_path`),
        ).toEqual([]);
        // Whatever path an organisation ever had leads to where it stands.
        expect(
          await run(
            `select p.* from jsonb_to_recordset($1::jsonb) as p(id uuid, path text) join organization o on o.id = p.id
             where access.present_path(p.path) <> o.organization_path`,
            JSON.stringify(places),
          ),
        ).toEqual([]);
        const reached = await run(`select m.former_path from organization_move m
          where not m.former_path ^@ access.reach_of(access.present_path(m.former_path))`);
        expect(reached).toEqual([]);
      } finally {
        await owner.query('rollback');
      }
    }),
    { numRuns: 40 },
  );
});

test('given rows whose organisation has not moved, then the database refuses to move them; a move changes only the path', async () => {
  await owner.query('begin');
  try {
    const tree: readonly Node[] = [
      { place: 0, above: null },
      { place: 1, above: 0 },
      { place: 2, above: 0 },
    ];
    await rememberOrganizations(run, known(tree));
    await run(`insert into department (id, organization_path, organization_id, kind, name, in_force_from)
      values ('${idOf(900)}', '0/1/', '${idOf(1)}', 'FINANCE', '县财政局', '2020-01-01')`);
    await owner.query('savepoint attempt');
    await expect(run(`update department set organization_path = '0/2/'`)).rejects.toThrow(
      'stays with its organisation',
    );
    await owner.query('rollback to attempt');
    await run(`insert into organization_move (sequence, organization_id, parent_id, former_path, path, from_day, moved_at)
      values (1, '${idOf(1)}', '${idOf(2)}', '0/1/', '0/2/1/', '2026-12-01', now())`);
    await owner.query('savepoint attempt');
    await expect(run(`update department set organization_path = '0/2/1/', name = '另一局'`)).rejects.toThrow(
      'stays with its organisation',
    );
    await owner.query('rollback to attempt');
    await run(`update department set organization_path = '0/2/1/'`);
  } finally {
    await owner.query('rollback');
  }
});
