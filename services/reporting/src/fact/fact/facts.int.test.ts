import { afterAll, beforeAll, expect, test } from 'vitest';
import { columnsThatDiffer } from '@nuangong/database/testing';
import { getDatamodel } from '../../generated/pothos-types.ts';
import { PrismaClient } from '../../generated/prisma/client.ts';
import { startReporting, type ReportingSystem } from '../../testing/reporting-system.ts';
import { statistics } from '../../testing/statistics-desk.ts';

let system: ReportingSystem;
beforeAll(async () => {
  system = await startReporting();
}, 120_000);
afterAll(() => system.stop());

test('the service’s role can only add facts', async () => {
  for (const statement of ['update fact set amount_fen = 1', 'delete from fact', 'truncate fact']) {
    const attempt = system.service.database.sqlTransaction(
      { scope: statistics.scope, staffId: statistics.staffId },
      (client) => client.query(statement),
    );
    await expect(attempt).rejects.toThrow(/append-only|permission denied/);
  }
});

test('the migrations and the schema agree', async () => {
  expect(await columnsThatDiffer(system.ownerUrl, (adapter) => new PrismaClient({ adapter }), getDatamodel())).toEqual(
    [],
  );
});
