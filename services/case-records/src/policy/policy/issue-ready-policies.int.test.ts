import { afterAll, beforeAll, expect, test } from 'vitest';
import { startCaseRecords, type CaseRecordsService } from '../../testing/case-records-service.ts';
import { issueReadyPolicies } from './issue-ready-policies.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

test('a new city gets the ready policies once, issued in its own name', async () => {
  const city = { id: '00000000-0000-7000-8000-000000005107', path: '51/5107/', name: '涪江市总工会' };
  const at = new Date('2026-12-01T02:00:00Z');
  const issue = () => issueReadyPolicies(service.databases.ownerUrl, city, at);
  expect(await issue()).toEqual(['county-winter-300', 'mine-aid-centre']);
  await issue();
  const rows = await service.inspect(
    `select p.code, p.organization_name as name, count(v.*)::int as versions, bool_and(v.issued_at is not null) as issued
     from policy p join policy_version v on v.policy_id = p.id where p.organization_path = $1 group by 1, 2 order by 1`,
    [city.path],
  );
  expect(rows).toEqual([
    { code: 'county-winter-300', name: '涪江市总工会', versions: 1, issued: true },
    { code: 'mine-aid-centre', name: '涪江市总工会', versions: 1, issued: true },
  ]);
});
