import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Actor } from '@nuangong/access';
import { databaseErrorOf } from '@nuangong/database';
import { addDays, localDate, localDateAt, type LocalDate } from '@nuangong/primitives';
import { lapseObligations, meetObligations } from './end-obligations.ts';
import { kindOf, obligationKindCodes, type ObligationKindCode } from './kind.ts';
import { planObligation, stepsDueBy } from './obligation-plan.ts';
import { openObligations, type NewObligation } from './open-obligations.ts';
import { countObligations, readObligations, readObligationSteps, type ObligationFilter } from './read-obligations.ts';
import { takeObligationSteps } from './take-obligation-steps.ts';
import {
  cityPath,
  countyPath,
  createObligationDatabase,
  otherCountyPath,
  type ObligationDatabase,
} from './testing/obligation-database.ts';

let database: ObligationDatabase;
beforeAll(async () => {
  database = await createObligationDatabase();
});
afterAll(() => database.drop());

const closedPath = '51/5101/510103/';
let records = 0;
const newRecord = (): string => `00000000-0000-7000-8000-${String((records += 1)).padStart(12, '0')}`;
const noonOf = (day: LocalDate): Date => new Date(`${day}T12:00:00+08:00`);
const opening = localDate('2026-11-30');

const open = (code: ObligationKindCode, wanted: readonly NewObligation[], on = opening): Promise<void> =>
  database.within(wanted[0]?.organizationPath ?? countyPath, (run) => openObligations(run, code, wanted, noonOf(on)));

const oneOf = (recordId: string, more: Partial<NewObligation> = {}): NewObligation => ({
  organizationPath: countyPath,
  recordId,
  from: localDate('2026-12-07'),
  parts: { place: '公示栏' },
  ...more,
});

const actorOf = (scope: string, role: string, staffId = '00000000-0000-7000-8000-00000000aaaa'): Actor =>
  ({ kind: 'STAFF', scope, roles: [role], staffId }) as unknown as Actor;

const read = (actor: Actor, filter: ObligationFilter = {}, today = opening) =>
  database.within(actor.scope, (run) => readObligations(run, actor, filter, today, { skip: 0, take: 50 }));

const idsSeen = async (actor: Actor, filter: ObligationFilter = {}): Promise<readonly string[]> =>
  (await read(actor, filter)).items.map(({ recordId }) => recordId);

const stepsOf = async (recordId: string): Promise<readonly string[]> =>
  (
    await database.inspect<{ step: string }>(
      `select s.kind || ' ' || s.on_day as step from obligation_step s join obligation o on o.id = s.obligation_id
       where o.record_id = $1::uuid and s.kind <> 'OPENED' order by s.on_day, s.kind desc`,
      recordId,
    )
  ).map(({ step }) => step);

describe('the steps of a day', () => {
  test('given any obligations and days on which two copies run, then the history has each step of the plan once', async () => {
    const world = fc.record({
      wanted: fc.array(
        fc.record({ code: fc.constantFrom(...obligationKindCodes), from: fc.nat(60), openedOn: fc.nat(60) }),
        { minLength: 1, maxLength: 6 },
      ),
      looks: fc.uniqueArray(fc.nat(90), { minLength: 1, maxLength: 6 }).map((days) => days.toSorted((a, b) => a - b)),
    });
    await fc.assert(
      fc.asyncProperty(world, async ({ wanted, looks }) => {
        const opened = wanted.map(({ code, from, openedOn }) => {
          const [start, begun] = [addDays(opening, from), addDays(opening, openedOn)];
          return {
            code,
            begun,
            one: oneOf(newRecord(), { from: start }),
            plan: planObligation(kindOf(code), start, begun),
          };
        });
        for (const { code, one, begun } of opened) await open(code, [one], begun);
        for (const look of looks) {
          const at = noonOf(addDays(opening, look));
          await Promise.all([1, 2].map(() => takeObligationSteps(database.asSystem, at)));
        }
        const last = addDays(opening, looks.at(-1) ?? 0);
        for (const { one, plan } of opened) {
          const expected = stepsDueBy(plan, last).map(({ kind, on }) =>
            kind === 'LAPSED' ? `LAPSED ${plan.dueOn}` : `${kind} ${on}`,
          );
          expect((await stepsOf(one.recordId)).toSorted()).toEqual(expected.toSorted());
        }
      }),
      { numRuns: 20 },
    );
  });

  test('given an obligation that is met or has lapsed, then no step follows', async () => {
    const [met, ended] = [newRecord(), newRecord()];
    await open('POSTING_ENDED', [oneOf(met), oneOf(ended)]);
    await database.within(countyPath, async (run) => {
      const by = { recordId: met, byId: met, byType: 'PublicPosting' };
      await meetObligations(run, 'POSTING_ENDED', [by], noonOf(opening));
      await lapseObligations(run, 'POSTING_ENDED', [ended], 'RECORD_ENDED', noonOf(opening));
    });
    await takeObligationSteps(database.asSystem, noonOf(localDate('2027-03-01')));
    expect([await stepsOf(met), await stepsOf(ended)]).toEqual([['MET 2026-12-10'], ['LAPSED 2026-12-10']]);
  });
});

test('given a closed organisation, then its open obligations of any kind end after its last day, and nothing escalates', async () => {
  const owed = obligationKindCodes.map((code) => ({ code, recordId: newRecord() }));
  const of = (recordId: string) => oneOf(recordId, { organizationPath: closedPath, from: localDate('2026-12-30') });
  for (const { code, recordId } of owed) await open(code, [of(recordId)]);
  await database.inspect(
    `insert into organization (id, organization_path, code, name, kind, in_force_from, in_force_to)
     values (uuidv7(), $1, '510103', '石门县总工会', 'COUNTY', '2020-01-01', '2026-12-15')`,
    closedPath,
  );
  const ends = () =>
    database.inspect(
      `select kind, status, lapse_reason, escalated_at from obligation where organization_path = $1 order by kind`,
      closedPath,
    );
  await takeObligationSteps(database.asSystem, noonOf(localDate('2026-12-15')));
  expect(await ends()).toEqual(
    obligationKindCodes.toSorted().map((kind) => ({ kind, status: 'OPEN', lapse_reason: null, escalated_at: null })),
  );
  const taken = await takeObligationSteps(database.asSystem, noonOf(localDate('2027-03-01')));
  expect(taken.lapsed).toBeGreaterThanOrEqual(owed.length);
  expect(await ends()).toEqual(
    obligationKindCodes
      .toSorted()
      .map((kind) => ({ kind, status: 'LAPSED', lapse_reason: 'RECORD_ENDED', escalated_at: null })),
  );
});

describe('the readers of an obligation', () => {
  test('those who must act; the superior once it is escalated; only the person when it names one', async () => {
    const [shared, personal] = [newRecord(), newRecord()];
    const lender = '00000000-0000-7000-8000-00000000bbbb';
    await open('POSTING_ENDED', [oneOf(shared)]);
    await open('DELEGATION_ENDS', [oneOf(personal, { staffId: lender, from: localDate('2027-06-01') })]);
    expect(await idsSeen(actorOf(countyPath, 'REVIEWER'))).toContain(shared);
    expect(await idsSeen(actorOf(countyPath, 'FINANCE'))).not.toContain(shared);
    expect(await idsSeen(actorOf(otherCountyPath, 'REVIEWER'))).not.toContain(shared);
    expect(await idsSeen(actorOf(cityPath, 'REVIEWER'))).not.toContain(shared);
    expect(await idsSeen(actorOf(countyPath, 'REVIEWER', lender))).toContain(personal);
    expect(await idsSeen(actorOf(countyPath, 'REVIEWER'))).not.toContain(personal);
    await takeObligationSteps(database.asSystem, noonOf(localDate('2026-12-11')));
    const { items } = await read(actorOf(cityPath, 'REVIEWER'));
    expect(items.find(({ recordId }) => recordId === shared)).toMatchObject({
      organizationName: '青禾县总工会',
      escalatedTo: cityPath,
      dueOn: '2026-12-10',
      status: 'OPEN',
    });
    expect(await idsSeen(actorOf(cityPath, 'FINANCE'))).not.toContain(shared);
  });

  test('an auditor sees all obligations of the subtree, ended ones too, with their history; others cannot ask for it', async () => {
    const recordId = newRecord();
    await open('FUNDS_AWAITED', [oneOf(recordId)]);
    const everybody = { everybody: true, recordId };
    const auditor = actorOf(cityPath, 'AUDITOR');
    const { items } = await read(auditor, everybody);
    expect(items).toHaveLength(1);
    expect(await idsSeen(actorOf(cityPath, 'CLERK'), everybody)).toEqual([]);
    expect(await idsSeen(actorOf(otherCountyPath, 'AUDITOR'), everybody)).toEqual([]);
    const [step] = await database.within(cityPath, (run) => readObligationSteps(run, [items[0]?.id ?? '']));
    expect(step).toMatchObject({ kind: 'OPENED', onDay: '2026-12-21', at: noonOf(opening) });
  });

  test('the counts agree with the list on any day', async () => {
    const actor = actorOf(countyPath, 'FINANCE');
    for (const from of ['2026-11-02', '2026-11-16', '2026-11-20', '2026-12-30'])
      await open('FUNDS_AWAITED', [oneOf(newRecord(), { from: localDate(from) })], localDate('2026-11-01'));
    for (const today of ['2026-11-16', '2026-11-30', '2026-12-25'].map(localDate)) {
      const [count] = await database.within(countyPath, (run) => countObligations(run, actor, {}, today));
      const { items, total } = await read(actor, {}, today);
      const overdue = await read(actor, { overdue: true }, today);
      expect((await read(actor, { overdue: true, ended: true }, today)).total).toBe(
        (await read(actor, { ended: true }, today)).total,
      );
      expect(count).toMatchObject({
        kind: 'FUNDS_AWAITED',
        total,
        overdue: overdue.total,
        today: items.filter(({ dueOn }) => dueOn === today).length,
        week: items.filter(({ dueOn }) => dueOn > today && dueOn <= addDays(today, 7)).length,
        nextDueOn: items.map(({ dueOn }) => dueOn).find((day) => day >= today) ?? null,
      });
    }
  });
});

describe('the database', () => {
  test('opening a record’s obligation again changes nothing while it is open, and opens a new one after its end', async () => {
    const recordId = newRecord();
    await open('POSTING_ENDED', [oneOf(recordId)]);
    await open('POSTING_ENDED', [oneOf(recordId, { from: localDate('2027-01-04') })]);
    const days = () =>
      database.inspect(
        'select due_on::text as due from obligation where record_id = $1::uuid order by due_on',
        recordId,
      );
    expect(await days()).toEqual([{ due: '2026-12-10' }]);
    const by = { recordId, byId: recordId, byType: 'PublicPosting' };
    await database.within(countyPath, (run) => meetObligations(run, 'POSTING_ENDED', [by], noonOf(opening)));
    await open('POSTING_ENDED', [oneOf(recordId, { from: localDate('2027-01-04') })]);
    expect(await days()).toEqual([{ due: '2026-12-10' }, { due: '2027-01-07' }]);
  });

  test.each([
    ['obligation_stays', 'delete from obligation'],
    ['obligation_stays', `update obligation set record_type = 'Other'`],
    [
      'obligation_lapses_for_a_reason',
      `update obligation set status = 'LAPSED', ended_at = now() where status = 'OPEN'`,
    ],
    ['append-only', 'delete from obligation_step'],
    ['append-only', `update obligation_step set on_day = on_day + 1`],
  ])('%s: the service’s own role is refused %s', async (rule, sql) => {
    await open('POSTING_ENDED', [oneOf(newRecord())]);
    const refused = await database.within(countyPath, (run) => run(sql)).catch((error: unknown) => error);
    const { constraints } = databaseErrorOf(refused) ?? { constraints: new Set() };
    expect([...constraints, String(refused)].join(' ')).toContain(rule);
  });

  test('nothing is written for another organisation', async () => {
    const foreign = database.within(otherCountyPath, (run) =>
      openObligations(run, 'POSTING_ENDED', [oneOf(newRecord())], noonOf(opening)),
    );
    await expect(foreign).rejects.toThrow('row-level security');
  });

  test('a thousand are opened by one statement and met by one', async () => {
    const wanted = Array.from({ length: 1_000 }, () => oneOf(newRecord()));
    let statements = 0;
    await database.within(countyPath, async (run) => {
      const counted: typeof run = (sql, ...values) => {
        statements += 1;
        return run(sql, ...values);
      };
      await openObligations(counted, 'POSTING_ENDED', wanted, noonOf(opening));
      const met = wanted.map(({ recordId }) => ({ recordId, byId: recordId, byType: 'PublicPosting' }));
      await meetObligations(counted, 'POSTING_ENDED', met, noonOf(localDateAt(new Date('2026-12-08T04:00:00Z'))));
    });
    expect(statements).toBe(2);
  });
});
