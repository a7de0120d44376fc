import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { localDate } from '@nuangong/primitives';
import { decideMove, pathBelow, type MovingOrganization, type NewSuperior } from './move.ts';
import { kindsUnder, type OrganizationKind } from './organization.ts';

const today = localDate('2026-12-08');
const days = { from: localDate('2010-01-01'), to: null, changedOn: localDate('2020-01-01') };
const reason = '市总〔2026〕12 号文划转';
const distillery: MovingOrganization = {
  path: '51/5101/510101/510101-09/',
  code: '510101-09',
  name: '县酒厂工会',
  kind: 'BASE_UNION',
  pathsBelow: ['51/5101/510101/510101-09/W1/'],
  ...days,
};
const otherCounty: NewSuperior = { path: '51/5101/510102/', kind: 'COUNTY', ...days };
const city = { scope: '51/5101/' };

const refusals = (decided: ReturnType<typeof decideMove>) =>
  decided.ok ? [] : decided.problems.map(({ code, field }) => [code, field]);

describe('the move of an organisation', () => {
  test('given a base union of one county, when the city moves it below another, then its path follows the new superior', () => {
    expect(decideMove(distillery, otherCounty, { from: '2026-11-01', reason }, city, today)).toEqual({
      ok: true,
      value: { path: '51/5101/510102/510101-09/', from: '2026-11-01', reason },
    });
  });

  test('given invalid places, then each is refused with what to do', () => {
    const below = (superior: Partial<NewSuperior>, moving: Partial<MovingOrganization> = {}) =>
      refusals(decideMove({ ...distillery, ...moving }, { ...otherCounty, ...superior }, { reason }, city, today));
    expect(below({ path: distillery.path, kind: 'BASE_UNION' })).toEqual([['BELOW_ITSELF', 'parentId']]);
    expect(below({ path: '51/5101/510101/510101-09/W1/', kind: 'BASE_UNION' })).toEqual([['BELOW_ITSELF', 'parentId']]);
    expect(below({ path: '51/5101/510101/' })).toEqual([['SUPERIOR_UNCHANGED', 'parentId']]);
    expect(below({ kind: 'AID_STATION' })).toEqual([['KIND_NOT_UNDER_PARENT', 'parentId']]);
    expect(below({ to: localDate('2026-01-01') })).toEqual([['SUPERIOR_NOT_IN_FORCE', 'parentId']]);
    expect(below({ from: localDate('2026-12-20') })).toEqual([['SUPERIOR_NOT_IN_FORCE', 'parentId']]);
    expect(below({ path: '51/5101/C1/G1/G2/G3/G4/', kind: 'BASE_UNION' })).toEqual([['TOO_DEEP', 'parentId']]);
    expect(below({ kind: 'CITY', path: '51/5102/' }, { kind: 'COUNTY' })).toEqual([['KEEPS_A_BOOK', undefined]]);
    expect(below({}, { to: localDate('2026-01-01') })).toEqual([['CLOSED_ALREADY', undefined]]);
  });

  test('given invalid days and reasons, then each is refused at its field; nobody moves their own organisation', () => {
    const with_ = (wanted: { from?: string; reason?: string }, actor = city) =>
      refusals(decideMove(distillery, otherCounty, { reason, ...wanted }, actor, today));
    expect(with_({ from: '2019-12-31' })).toEqual([['DATE_BEFORE_BASIS', 'from']]);
    expect(with_({ from: '2026-12-09' })).toEqual([['DATE_TOO_FAR', 'from']]);
    expect(with_({ reason: '' }).map(([, field]) => field)).toEqual(['reason']);
    expect(with_({}, { scope: distillery.path })).toEqual([['MOVED_BY_SUPERIOR', undefined]]);
  });
});

interface Node {
  readonly code: string;
  readonly kind: OrganizationKind;
  readonly parent: string | null;
}

/** Trees of a city, its counties and industry unions, and unions and stations at any depth below them. */
const trees = fc.array(fc.record({ above: fc.nat(), pick: fc.nat() }), { minLength: 3, maxLength: 20 }).map((picks) => {
  const nodes: Node[] = [{ code: 'C', kind: 'CITY', parent: null }];
  for (const [place, { above, pick }] of picks.entries()) {
    const parents = nodes.filter(({ kind }) => kindsUnder[kind].length > 0);
    const parent = parents[above % parents.length]!;
    const kinds = kindsUnder[parent.kind];
    nodes.push({ code: `n${place}`, kind: kinds[pick % kinds.length]!, parent: parent.code });
  }
  return nodes;
});

const pathOf = (nodes: readonly Node[], code: string, seen = 0): string => {
  if (seen > nodes.length) throw new Error('a circle');
  const node = nodes.find((one) => one.code === code)!;
  return `${node.parent === null ? '' : pathOf(nodes, node.parent, seen + 1)}${code}/`;
};

test('given any tree and any moves, then there is no cycle and every path follows from the parents', () => {
  fc.assert(
    fc.property(trees, fc.array(fc.tuple(fc.nat(), fc.nat()), { maxLength: 12 }), (nodes, moves) => {
      let tree: readonly Node[] = nodes;
      const paths = new Map(tree.map(({ code }) => [code, pathOf(tree, code)]));
      for (const [one, other] of moves) {
        const moving = tree[one % tree.length]!;
        const superior = tree[other % tree.length]!;
        const former = paths.get(moving.code)!;
        const decided = decideMove(
          {
            ...days,
            name: moving.code,
            code: moving.code,
            kind: moving.kind,
            path: former,
            pathsBelow: [...paths.values()].filter((path) => path.startsWith(former)),
          },
          { ...days, kind: superior.kind, path: paths.get(superior.code)! },
          { reason },
          { scope: '51/' },
          today,
        );
        if (!decided.ok) continue;
        expect(decided.value.path).toBe(pathBelow({ path: paths.get(superior.code)! }, moving));
        tree = tree.map((node) => (node.code === moving.code ? { ...node, parent: superior.code } : node));
        for (const [code, path] of paths) {
          if (path.startsWith(former)) paths.set(code, decided.value.path + path.slice(former.length));
        }
        for (const { code, kind, parent } of tree) {
          expect(paths.get(code)).toBe(pathOf(tree, code));
          const above = tree.find((node) => node.code === parent);
          expect(above === undefined || kindsUnder[above.kind].includes(kind)).toBe(true);
        }
      }
    }),
  );
});
