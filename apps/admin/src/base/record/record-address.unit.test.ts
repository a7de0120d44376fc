import { globSync, readFileSync } from 'node:fs';
import { matchPath } from 'react-router-dom';
import { describe, expect, test } from 'vitest';
import { recordAddress, recordsWithoutPage } from './record-address.ts';

const root = new URL('../../../../../', import.meta.url).pathname;
const read = (path: string) => readFileSync(`${root}${path}`, 'utf8');
const routes = [...read('apps/admin/src/routes.tsx').matchAll(/path: '([^']+)'/g)].map((found) => found[1] ?? '');
const served = (address: string) =>
  routes.some((path) => matchPath({ path, end: true }, address.replace(/\?.*$/, '')) !== null);

const sources = globSync('{services,packages}/*/src/**/*.ts', { cwd: root }).filter(
  (path) => !/\/(generated|testing)\/|\.test\.ts$/.test(path),
);
const typesIn = (paths: readonly string[], ...patterns: readonly RegExp[]) => [
  ...new Set(
    paths.flatMap((path) =>
      patterns.flatMap((pattern) =>
        [...read(path).matchAll(pattern)].flatMap((found) =>
          [...found[0].matchAll(/'([A-Z]\w+)'/g)].map((word) => word[1] ?? ''),
        ),
      ),
    ),
  ),
];
const named = /recordType: [^,\n]+/g;

/** The record types that the services write: on timelines, behind cells, in the audit log. */
const written = typesIn(sources, named, /'\w+' as "recordType"/g, /\w+Record = '\w+'/g);
const timelines = typesIn(
  sources.filter((path) => path.includes('/timeline/')),
  /'\w+', \w+\.id/g,
  /'\w+' as "recordType"/g,
);
const linked = typesIn(['services/reporting/src/table/cell-record/cell-record.ts'], /add\(\s*'\w+'/g);
/** Record types that a cell opens on the page of the organisation (`shownOnOrganization` of cell-record.ts). */
const onOrganization: readonly string[] = ['AID_CENTRE', 'CENTRE_POST', 'FACILITY'];
const facts = typesIn(
  sources.filter((path) => path.includes('reporting/src/fact/fact/')),
  named,
).filter((type) => !onOrganization.includes(type));

describe('the address of a record', () => {
  test('is found for every record type of the services, in each spelling', () => {
    expect(timelines).toEqual(expect.arrayContaining(['Grant', 'Payment', 'Referral', 'Placement', 'WageClaim']));
    expect(facts).toEqual(expect.arrayContaining(['PAYMENT', 'RECEIPT', 'ENROLMENT', 'VISIT']));
    expect(linked).toEqual(expect.arrayContaining(['VOUCHER', 'ROSTER_ROW', 'HOUSEHOLD', 'ORGANIZATION']));
    expect(written).toEqual(expect.arrayContaining(['CaseFile', 'AidApplication', 'Allocation']));
    for (const type of ['CaseFile', 'CASE_FILE']) expect(recordAddress(type, 'x')).toBe('/case-files/x');
    for (const type of ['AidApplication', 'AID_APPLICATION', 'APPLICATION'])
      expect(recordAddress(type, 'x')).toBe('/applications/x');
  });

  test.each([...new Set([...timelines, ...linked, ...facts])])(
    'of a %s, on a timeline or behind a cell, is its own page',
    (type) => {
      const address = recordAddress(type, 'id-of-it');
      expect(address).toContain('id-of-it');
      expect([address, served(address ?? '')]).toEqual([address, true]);
    },
  );

  test.each(written.filter((type) => !onOrganization.includes(type)))(
    'of a %s in the audit log is a page, unless it has none',
    (type) => {
      const address = recordAddress(type, 'id-of-it');
      if (address === undefined) expect(recordsWithoutPage).toContain(type);
      else expect([address, served(address)]).toEqual([address, true]);
    },
  );

  test('has no unknown types among those without a page, and no address for them', () => {
    expect(recordsWithoutPage.filter((type) => !written.includes(type))).toEqual([]);
    expect(recordsWithoutPage.filter((type) => recordAddress(type, 'x') !== undefined)).toEqual([]);
  });

  test('of a part of a household is the household’s when that is known', () => {
    expect(recordAddress('ROSTER_ROW', 'x', 'h')).toBe('/households/h');
    expect(recordAddress('CaseFile', 'x', 'h')).toBe('/households/h');
    expect(recordAddress('Nothing', 'x')).toBeUndefined();
  });
});
