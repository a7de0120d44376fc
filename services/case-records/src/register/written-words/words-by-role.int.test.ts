import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { permits, roles, type Action, type Role } from '@nuangong/access';
import { valueOf } from '@nuangong/primitives';
import { approveApplications } from '../../aid/application/approve-applications.ts';
import { putForwardCampaignList } from '../../aid/application/put-forward-campaign-list.ts';
import { arrangeCampaign, staffOf, type CampaignWorld } from '../../testing/arrange-campaign.ts';
import {
  clerk,
  householdInput,
  identityNumber,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { rosterDesk } from '../../testing/roster-desk.ts';
import { wordsOfOthers } from './sealed-words.ts';

const said = (what: string) => `${what}患尿毒症`;

/** What one role sees of a text, and the households whose reading was audited. */
interface Told {
  readonly words: string | null | undefined;
  readonly audited: readonly string[];
}

const entriesOf = `select record_id as id from audit_entry where staff_id = $1 and action = 'health.read'`;

/**
 * Checks a text by role: those without access are refused; readers of the text are audited; others only learn that
 * there is one.
 */
async function expectTold(
  role: Role,
  text: {
    readonly words: string;
    readonly householdId: string;
    readonly ask: Action;
    readonly read: readonly Action[];
  },
  tell: () => Promise<Told>,
): Promise<void> {
  if (!permits([role], text.ask)) {
    await expect(tell()).rejects.toThrow('FORBIDDEN');
    return;
  }
  const reads = text.read.some((action) => permits([role], action));
  expect(await tell()).toEqual({
    words: reads ? text.words : wordsOfOthers.zh,
    audited: reads ? [text.householdId] : [],
  });
}

describe('words about a household, by role', () => {
  let service: CaseRecordsService;
  let [doubtedId, rosterId, rosterHouseholdId] = ['', '', ''];
  const { upload, start } = rosterDesk(() => service);

  beforeAll(async () => {
    service = await startCaseRecords();
    await answerDouble();
    await decideRosterRow();
  }, 120_000);
  afterAll(() => service.stop());

  async function answerDouble(): Promise<void> {
    for (const serial of [1, 2]) {
      const input = householdInput(serial, { headName: '阿依古丽', phone: '18586594364', bankAccount: null });
      const registrar = { ...clerk, staffId: crypto.randomUUID() };
      const made = await service.command<{ household: { id: string } | null }>(
        registrar,
        'registerHousehold',
        input,
        'household { id }',
      );
      expect(made.problems).toEqual([]);
      doubtedId = made.household?.id ?? '';
    }
    const { household } = await service.ask<{ household: { suspectedDoubles: { id: string }[] } }>(
      reviewer,
      'query ($id: ID!) { household(id: $id) { suspectedDoubles { id } } }',
      { id: doubtedId },
    );
    const answer = { householdId: doubtedId, doubleId: household.suspectedDoubles[0]?.id, why: said('双胞胎') };
    expect((await service.command(reviewer, 'answerSuspectedDouble', answer, 'household { id }')).problems).toEqual([]);
  }

  /** A roster sent again with another income; the registered one is kept. */
  async function decideRosterRow(): Promise<void> {
    const line = (income: string) =>
      Buffer.from(
        `姓名,身份证号码,家庭人口,家庭月人均收入,致困原因,联系电话\n留户,${identityNumber(69)},2,${income},残疾,\n`,
      );
    await start((await upload('一.csv', line('300'))).id);
    ({ id: rosterId } = await upload('二.csv', line('400')));
    await start(rosterId);
    const [row] = await service.inspect<{ id: string; household: string }>(
      'select id, household_id as household from roster_row where import_id = $1',
      [rosterId],
    );
    rosterHouseholdId = row?.household ?? '';
    const decision = { importId: rosterId, rows: [row?.id], take: false, why: said('名册旧数') };
    const { rows } = await service.command<{ rows: { ok: boolean }[] }>(
      clerk,
      'decideRosterDifferences',
      decision,
      'rows { ok }',
    );
    expect(rows).toEqual([{ ok: true }]);
  }

  async function tell<Answer>(
    role: Role,
    query: string,
    id: string,
    wordsIn: (answer: Answer) => string | null | undefined,
  ): Promise<Told> {
    const actor = { ...clerk, staffId: crypto.randomUUID(), roles: [role] };
    const words = wordsIn(await service.ask<Answer>(actor, query, { id }));
    const entries = await service.inspect<{ id: string }>(entriesOf, [actor.staffId]);
    return { words, audited: entries.map(({ id }) => id) };
  }

  test.each(roles)('%s and the finding about a possible duplicate', async (role) => {
    const text = {
      words: said('双胞胎'),
      householdId: doubtedId,
      ask: 'household.read',
      read: ['health.read', 'same-person.answer'],
    } as const;
    const query = 'query ($id: ID!) { household(id: $id) { suspectedDoubles { answer { why } } } }';
    await expectTold(role, text, () =>
      tell<{ household: { suspectedDoubles: { answer: { why: string } | null }[] } }>(
        role,
        query,
        doubtedId,
        ({ household }) => household.suspectedDoubles[0]?.answer?.why,
      ),
    );
  });

  test.each(roles)('%s and the reason of a decided roster row', async (role) => {
    const text = {
      words: said('名册旧数'),
      householdId: rosterHouseholdId,
      ask: 'household.read',
      read: ['health.read'],
    } as const;
    const query = 'query ($id: ID!) { rosterImport(id: $id) { rows { items { decidedWhy } } } }';
    await expectTold(role, text, () =>
      tell<{ rosterImport: { rows: { items: { decidedWhy: string | null }[] } } }>(
        role,
        query,
        rosterId,
        ({ rosterImport }) => rosterImport.rows.items[0]?.decidedWhy,
      ),
    );
  });
});

describe('an approver’s opinion of an application', () => {
  let world: CampaignWorld;
  let [householdId, applicationId] = ['', ''];

  beforeAll(async () => {
    world = await arrangeCampaign();
    const [household] = await world.addHouseholds('qinghe', 1);
    householdId = household?.householdId ?? '';
    const { campaignId } = world;
    valueOf(await putForwardCampaignList(world.contextOf(staffOf('qinghe', 'CLERK')), { campaignId }));
    const opinion = { campaignId, all: true, opinion: said('从宽') };
    const { rows } = valueOf(await approveApplications(world.contextOf(staffOf('qinghe', 'APPROVER')), opinion));
    expect(rows).toMatchObject([{ ok: true }]);
    applicationId = rows[0]?.id ?? '';
  }, 120_000);
  afterAll(() => world.drop());

  test.each(roles)('is visible to %s by role', async (role) => {
    const text = { words: said('从宽'), householdId, ask: 'application.read', read: ['health.read'] } as const;
    await expectTold(role, text, async () => {
      const actor = staffOf('qinghe', role, 9);
      const query = 'query ($id: ID!) { application(id: $id) { opinion } }';
      const { application } = await world.ask<{ application: { opinion: string | null } }>(actor, query, {
        id: applicationId,
      });
      const { rows } = await world.owner.query<{ id: string }>(entriesOf, [actor.staffId]);
      return { words: application.opinion, audited: rows.map(({ id }) => id) };
    });
  });
});
