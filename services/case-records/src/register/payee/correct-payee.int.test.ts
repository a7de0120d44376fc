import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { contracts, wordsElsewhere } from '@nuangong/events';
import {
  approver,
  bothClerkAndReviewer,
  clerk,
  identityNumber,
  otherClerk,
  otherReviewer,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

interface Corrected {
  readonly correction: { readonly id: string; readonly state: string } | null;
}

const fields = `correction { id state moneyWaits changed why correctedBy decidedBy
  before { name maskedPhone maskedBankAccount } after { name maskedPhone maskedBankAccount } }`;
const correct = (actor: typeof clerk, householdId: string | undefined, more: object) =>
  service.command<Corrected>(actor, 'correctPayee', { householdId, why: '存折核对', ...more }, fields);
const decide = (
  actor: typeof clerk,
  name: 'confirmPayeeCorrection' | 'refusePayeeCorrection',
  correctionId: string | undefined,
  opinion = '',
) => service.command<Corrected>(actor, name, { correctionId, opinion }, fields);

/** An application by which the household has, or had, money coming. */
async function addApplication(householdId: string | undefined, status: string): Promise<void> {
  await service.inspect('set session_replication_role = replica');
  await service.inspect(
    `insert into aid_application (organization_path, organization_id, organization_name, county_code, year, sequence, number,
       household_id, case_file_id, case_file_version, eligibility_decision_id, clause_codes, aid_type, purpose, amount_fen,
       status, head_name, unit_name, put_forward_by, put_forward_name, put_forward_at, approved_by,
       approved_name, approved_at, grant_id, missing_fen, snapshot, snapshot_hash)
     select h.organization_path, h.organization_id, '县', '510101', 2026,
       (select count(*)::int + 1 from aid_application), 'A' || h.id || $2, h.id, f.id, 1, uuidv7(), '{3.3}', 'LIVING',
       '送温暖', 30000, $2, h.head_name, '', uuidv7(), '王', now(), uuidv7(), '张', now(), uuidv7(),
       case when $2 = 'AWAITING_FUNDS' then 100 end, '{}',
       repeat('0', 64)
     from household h join case_file f on f.household_id = h.id where h.id = $1`,
    [householdId, status],
  );
  await service.inspect('set session_replication_role = origin');
}

const headOf = async (householdId: string | undefined) => {
  const [row] = await service.inspect<{ name: string; phone: string; account: string | null; listed: string }>(
    `select p.name, p.masked_phone as phone, p.masked_bank_account as account, h.head_name as listed
     from household h join person p on p.id = h.head_id where h.id = $1`,
    [householdId],
  );
  return row;
};

const events = (householdId: string | undefined) =>
  service.inspect<{ data: Record<string, unknown> }>(
    `select envelope -> 'data' as data from outbox
     where type = $2 and envelope -> 'data' ->> 'householdId' = $1 order by position`,
    [householdId, contracts['payee-corrected.v1'].type],
  );

describe('a payee', () => {
  test('is corrected immediately when no money waits; before, after, reason and author are kept, and nothing is announced', async () => {
    const [made] = await registerHouseholds(service, clerk, [1]);
    const answer = await correct(clerk, made?.householdId, {
      name: '周艳鸣',
      phone: '139 0000 1111',
      bankAccount: '6222 0200 0000 0001 234',
    });
    expect(answer).toMatchObject({
      problems: [],
      correction: {
        state: 'DONE',
        moneyWaits: false,
        changed: true,
        correctedBy: '王秀英',
        before: { name: '周艳明', maskedPhone: '185****4364', maskedBankAccount: '****8525' },
        after: { name: '周艳鸣', maskedPhone: '139****1111', maskedBankAccount: '****1234' },
      },
    });
    expect(await headOf(made?.householdId)).toEqual({
      name: '周艳鸣',
      phone: '139****1111',
      account: '****1234',
      listed: '周艳鸣',
    });
    expect(await events(made?.householdId)).toEqual([]);
    const { household } = await service.ask<{ household: object }>(
      clerk,
      'query($id: ID!) { household(id: $id) { payeeCorrections { state } caseTimeline { kind detail } } }',
      { id: made?.householdId },
    );
    expect(household).toMatchObject({
      payeeCorrections: [{ state: 'DONE' }],
      caseTimeline: expect.arrayContaining([{ kind: 'PAYEE_CORRECTED', detail: expect.stringContaining('****1234') }]),
    });
    const plain = await service.inspect(
      `select 1 from person_correction t where t::text ~ '6222020000000001234|13900001111'`,
    );
    expect(plain).toEqual([]);
  });

  test('a form without a change, or with wrong numbers, is refused', async () => {
    const [made] = await registerHouseholds(service, clerk, [2]);
    const same = { name: '周艳明', phone: '18586594364', bankAccount: '6274408500258298525' };
    expect((await correct(clerk, made?.householdId, same)).problems).toEqual([
      { code: 'NOTHING_CORRECTED', field: null },
    ]);
    expect((await correct(clerk, made?.householdId, { phone: '12', bankAccount: 'x', why: ' ' })).problems).toEqual([
      { code: 'PHONE_FORMAT', field: 'phone' },
      { code: 'BANK_ACCOUNT_FORMAT', field: 'bankAccount' },
      { code: 'TEXT_MISSING', field: 'why' },
    ]);
    expect((await correct(otherClerk, made?.householdId, { phone: '13900001111' })).problems).toEqual([
      { code: 'NOT_FOUND', field: 'householdId' },
    ]);
    expect(
      (await correct(approver, made?.householdId, { phone: '13900001111' })).problems.map(({ code }) => code),
    ).toEqual(['FORBIDDEN']);
  });
});

describe.each(['APPROVED', 'AWAITING_FUNDS', 'FUNDED'])('when money waits (%s)', (status) => {
  const serial = { APPROVED: 10, AWAITING_FUNDS: 20, FUNDED: 30 }[status] ?? 0;

  test('nothing changes until a second person confirms; then funds gets one event', async () => {
    const [made] = await registerHouseholds(service, clerk, [serial]);
    await addApplication(made?.householdId, status);
    const asked = await correct(clerk, made?.householdId, { bankAccount: '6222020000000005678' });
    expect(asked).toMatchObject({ problems: [], correction: { state: 'WAITING', moneyWaits: true } });
    expect(await headOf(made?.householdId)).toMatchObject({ account: '****8525' });
    expect(await events(made?.householdId)).toEqual([]);
    const again = await correct(clerk, made?.householdId, { bankAccount: '6222020000000009999' });
    expect(again.problems).toEqual([{ code: 'CORRECTION_WAITING', field: null }]);
    const id = asked.correction?.id;
    expect((await decide(clerk, 'confirmPayeeCorrection', id)).problems.map(({ code }) => code)).toEqual(['FORBIDDEN']);
    expect((await decide(otherReviewer, 'confirmPayeeCorrection', id)).problems).toEqual([
      { code: 'NOT_FOUND', field: 'correctionId' },
    ]);
    const [one, other] = await Promise.all([
      decide(reviewer, 'confirmPayeeCorrection', id, '存折复印件已核对'),
      decide({ ...reviewer, staffId: crypto.randomUUID() }, 'confirmPayeeCorrection', id, '已核对'),
    ]);
    expect([one.problems, other.problems].map((each) => each.map(({ code }) => code)).sort()).toEqual([
      [],
      ['CHANGED_MEANWHILE'],
    ]);
    expect(await headOf(made?.householdId)).toMatchObject({ account: '****5678' });
    const told = await events(made?.householdId);
    expect(told).toMatchObject([
      {
        data: {
          caseFileId: made?.caseFileId,
          payeeName: '周艳明',
          changed: true,
          why: wordsElsewhere,
          correctedBy: { id: clerk.staffId, name: '王秀英' },
          organization: { path: clerk.scope },
        },
      },
    ]);
    const sealed = String(told[0]?.data['sealedPayee']);
    expect(JSON.parse(service.parts.keyring.openFromTransit(sealed, made?.caseFileId ?? ''))).toEqual({
      name: '周艳明',
      identityNumber: identityNumber(serial),
      bankAccount: '6222020000000005678',
      why: '存折核对',
    });
  });
});

describe('the second person', () => {
  test('is not the one who corrected, in the database too, with any roles', async () => {
    const [made] = await registerHouseholds(service, clerk, [40]);
    await addApplication(made?.householdId, 'FUNDED');
    const asked = await correct(bothClerkAndReviewer, made?.householdId, { phone: '13900002222' });
    const own = await decide(bothClerkAndReviewer, 'confirmPayeeCorrection', asked.correction?.id);
    expect(own.problems.map(({ code }) => code)).toEqual(['OWN_WORK']);
    await expect(
      service.attack(
        bothClerkAndReviewer,
        `update person_correction set state = 'DONE', decided_by = $2, decided_by_name = 'x', decided_at = now() where id = $1`,
        [asked.correction?.id, bothClerkAndReviewer.staffId],
      ),
    ).rejects.toThrow('person_correction_waits_for_second_person');
    await expect(
      service.attack(clerk, `update person_correction set why = 'x' where id = $1`, [asked.correction?.id]),
    ).rejects.toThrow('person_correction_stays');
  });

  test('sees both accounts whole, with a reason, and that is audited', async () => {
    const [made] = await registerHouseholds(service, clerk, [41]);
    await addApplication(made?.householdId, 'FUNDED');
    const asked = await correct(clerk, made?.householdId, { bankAccount: '6274408500258298526' });
    const show = (actor: typeof clerk, reason: string) =>
      service.command<{ numbers: object | null }>(
        actor,
        'unmaskPayeeCorrection',
        { correctionId: asked.correction?.id, reason },
        'numbers { phoneBefore phoneAfter bankAccountBefore bankAccountAfter }',
      );
    expect((await show(reviewer, '')).problems).toEqual([{ code: 'TEXT_MISSING', field: 'reason' }]);
    expect((await show(reviewer, '11')).problems).toEqual([{ code: 'REASON_SAYS_NOTHING', field: 'reason' }]);
    expect(await show(reviewer, '与存折核对')).toMatchObject({
      problems: [],
      numbers: { bankAccountBefore: '6274408500258298525', bankAccountAfter: '6274408500258298526' },
    });
    expect((await show(otherReviewer, '核对')).problems.map(({ code }) => code)).toEqual(['NOT_FOUND']);
    expect(
      await service.inspect(
        `select staff_name from audit_entry where action = 'payee.unmask' and after ->> 'correctionId' = $1`,
        [asked.correction?.id],
      ),
    ).toEqual([{ staff_name: '李建国' }]);
    const kept = await service.inspect<{ number: string }>(
      `select number from unmasking where staff_id = $1 order by number`,
      [reviewer.staffId],
    );
    expect(kept.map(({ number }) => number)).toEqual(['BANK_ACCOUNT', 'PHONE']);
    const refusals = await service.inspect(
      `select 1 from audit_entry where action = 'payee.unmask-refused' and staff_id = $1`,
      [reviewer.staffId],
    );
    expect(refusals).toHaveLength(2);
  });

  test('refuses with a reason, and the payee stays', async () => {
    const [made] = await registerHouseholds(service, clerk, [42]);
    await addApplication(made?.householdId, 'FUNDED');
    const asked = await correct(clerk, made?.householdId, { name: '周艳鸣' });
    expect((await decide(reviewer, 'refusePayeeCorrection', asked.correction?.id)).problems).toEqual([
      { code: 'TEXT_MISSING', field: 'opinion' },
    ]);
    const refused = await decide(reviewer, 'refusePayeeCorrection', asked.correction?.id, '与身份证不符');
    expect(refused).toMatchObject({ problems: [], correction: { state: 'REFUSED', decidedBy: '李建国' } });
    expect(await headOf(made?.householdId)).toMatchObject({ name: '周艳明' });
    expect(await events(made?.householdId)).toEqual([]);
  });
});

test('an account is confirmed unchanged by a second person; the event tells funds that nothing changed', async () => {
  const [made] = await registerHouseholds(service, clerk, [50]);
  await addApplication(made?.householdId, 'FUNDED');
  expect((await correct(clerk, made?.householdId, { unchanged: true, phone: '13900003333' })).problems).toEqual([
    { code: 'UNCHANGED_OR_CORRECTED', field: 'unchanged' },
  ]);
  const asked = await correct(clerk, made?.householdId, { unchanged: true, why: '开户行回复账号无误' });
  expect(asked).toMatchObject({ problems: [], correction: { state: 'WAITING', changed: false } });
  expect((await decide(reviewer, 'confirmPayeeCorrection', asked.correction?.id)).problems).toEqual([]);
  expect(await events(made?.householdId)).toMatchObject([{ data: { changed: false, why: wordsElsewhere } }]);
});

test('a list shows everybody whose payee awaits confirmation', async () => {
  const { households } = await service.ask<{ households: { items: { marks: string[] }[] } }>(
    reviewer,
    '{ households(filter: { mark: PAYEE_CORRECTION_WAITING }) { items { marks } total } }',
  );
  expect(households.items).toHaveLength(2);
  for (const { marks } of households.items) expect(marks).toContain('PAYEE_CORRECTION_WAITING');
});

test('the person in charge of a household sees its returned payment until the payee is corrected or confirmed', async () => {
  const [made] = await registerHouseholds(service, clerk, [60]);
  await addApplication(made?.householdId, 'FUNDED');
  const stepTo = (from: string, to: string, seconds: number) =>
    service.inspect(
      `insert into application_step (application_id, organization_path, from_status, to_status, at, staff_id, staff_name)
       select id, organization_path, $2, $3, now() - make_interval(secs => $4), uuidv7(), '系统' from aid_application where household_id = $1`,
      [made?.householdId, from, to, seconds],
    );
  const seen = async () => {
    const { household, caseWork } = await service.ask<{
      household: { marks: string[] };
      caseWork: { paymentsReturned: number };
    }>(clerk, 'query($id: ID!) { household(id: $id) { marks } caseWork { paymentsReturned } }', {
      id: made?.householdId,
    });
    return { marks: household.marks.filter((mark) => mark.startsWith('PAY')), returned: caseWork.paymentsReturned };
  };
  await stepTo('APPROVED', 'FUNDED', 120);
  expect(await seen()).toEqual({ marks: [], returned: 0 });
  await stepTo('PAID', 'FUNDED', 60);
  expect(await seen()).toEqual({ marks: ['PAYMENT_RETURNED'], returned: 1 });

  const toConfirm = async (actor: typeof clerk) =>
    (await service.ask<{ caseWork: { payeesToConfirm: number } }>(actor, '{ caseWork { payeesToConfirm } }')).caseWork
      .payeesToConfirm;
  const [before, clerksBefore] = [await toConfirm(reviewer), await toConfirm(clerk)];
  const asked = await correct(clerk, made?.householdId, { unchanged: true });
  expect(await seen()).toEqual({ marks: ['PAYEE_CORRECTION_WAITING'], returned: 0 });
  expect(await toConfirm(reviewer)).toBe(before + 1);
  expect(await toConfirm(clerk)).toBe(clerksBefore);
  await decide(reviewer, 'refusePayeeCorrection', asked.correction?.id, '账号与存折不符');
  expect(await toConfirm(reviewer)).toBe(before);
  expect(await seen()).toEqual({ marks: ['PAYMENT_RETURNED'], returned: 1 });
});
