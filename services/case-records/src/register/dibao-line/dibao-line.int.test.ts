import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { HardshipCause } from '@nuangong/events';
import { fen, localDate } from '@nuangong/primitives';
import { hardshipCauses, hardshipClassOf } from '../hardship/hardship.ts';
import {
  approver,
  clerk,
  householdInput,
  openFiles,
  otherClerk,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';
import { beginDibaoLines } from './begin-dibao-lines.ts';

const dayMs = 86_400_000;
const never = () => false;

describe('a dibao line and the files under it', () => {
  let service: CaseRecordsService;
  let ahead = 0;
  const now = () => new Date(Date.now() + ahead * dayMs);
  const dayFromNow = (days: number) => new Date(Date.now() + 8 * 3_600_000 + days * dayMs).toISOString().slice(0, 10);

  beforeAll(async () => {
    service = await startCaseRecords(now);
  });
  afterAll(() => service.stop());

  const codesOf = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
    problems.map(({ code }) => code);
  const setLine = (from: string, monthlyPerCapita: string) =>
    service.command<{ dibaoLine: { id: string } }>(
      reviewer,
      'setDibaoLine',
      { from, monthlyPerCapita, marginFactor: '1.5' },
      'dibaoLine { id awaitsConfirmation mayConfirm }',
    );
  const confirm = async (actor: typeof clerk, dibaoLineId: string) =>
    codesOf(await service.command(actor, 'confirmDibaoLine', { dibaoLineId }, 'dibaoLine { confirmedBy }'));
  const register = async (serial: number, income: string) => {
    const input = householdInput(serial, { monthlyIncomePerCapita: income, causes: ['SCHOOLING'] });
    const { household } = await service.command<{ household: { id: string; caseFile: { id: string } } }>(
      clerk,
      'registerHousehold',
      input,
      'household { id caseFile { id } }',
    );
    return household.caseFile.id;
  };
  const classOf = async (caseFileId: string) =>
    (
      await service.ask<{ caseFile: { hardshipClass: string | null } }>(
        clerk,
        'query($id: ID!) { caseFile(id: $id) { hardshipClass } }',
        { id: caseFileId },
      )
    ).caseFile.hardshipClass;
  const submit = (id: string) =>
    service.command<{ rows: { problems: { code: string; message: string }[] }[] }>(
      clerk,
      'submitCaseFiles',
      { ids: [id] },
      'rows { problems { code message } }',
    );

  test('a line is in force after a second person confirmed it; a refused line leaves its day free', async () => {
    const { dibaoLine } = await setLine(dayFromNow(-40), '2000');
    const id = await register(1, '1500');
    expect(await classOf(id)).toBeNull();
    expect((await submit(id)).rows[0]?.problems[0]).toMatchObject({
      code: 'HARDSHIP_CLASS_MISSING',
      message: expect.stringContaining('高于边缘线 840.00 元'),
    });
    expect(await confirm(reviewer, dibaoLine.id)).toEqual(['OWN_LINE']);
    expect(await confirm(clerk, dibaoLine.id)).toEqual(['FORBIDDEN']);
    expect(await confirm({ ...approver, scope: otherClerk.scope }, dibaoLine.id)).toEqual(['NOT_FOUND']);
    await expect(
      service.attack(
        reviewer,
        `update dibao_line set awaits_confirmation = false, confirmed_by = $2, confirmed_by_name = 'x',
        confirmed_at = now() where id = $1`,
        [dibaoLine.id, reviewer.staffId],
      ),
    ).rejects.toThrow('dibao_line_needs_two');
    await expect(
      service.attack(reviewer, `update dibao_line set monthly_per_capita_fen = 1 where id = $1`, [dibaoLine.id]),
    ).rejects.toThrow('dibao_line_stays');
    const refused = await service.command(
      approver,
      'refuseDibaoLine',
      { dibaoLineId: dibaoLine.id, reason: '与民政公布不符' },
      'dibaoLineId',
    );
    expect(refused).toEqual({ problems: [], dibaoLineId: dibaoLine.id });
    expect((await setLine(dayFromNow(-40), '600')).problems).toEqual([]);
  });

  test('the class follows the line in force on the day of the step, and a refusal gives its figures', async () => {
    const draft = await register(10, '900');
    expect(codesOf((await submit(draft)).rows[0] ?? { problems: [] })).toEqual(['HARDSHIP_CLASS_MISSING']);
    const { dibaoLine } = await setLine(dayFromNow(0), '700');
    await service.inspect(`update dibao_line set awaits_confirmation = false, begun_at = now() where id = $1`, [
      dibaoLine.id,
    ]);
    expect(codesOf((await submit(draft)).rows[0] ?? { problems: [] })).toEqual([]);
    expect(await classOf(draft)).toBe('MARGINAL');
  });

  test('a future line reclassifies the open files once when it begins, with events and a list', async () => {
    const active = await register(20, '800');
    await openFiles(service, [active]);
    const drafts = [await register(21, '800'), await register(22, '100'), await register(23, '900')];
    const exited = await register(24, '800');
    await service.inspect(`alter table case_file disable trigger steps_are_lawful`);
    await service.inspect(`update case_file set status = 'REJECTED' where id = $1`, [exited]);
    await service.inspect(`alter table case_file enable trigger steps_are_lawful`);
    const before = await Promise.all([active, ...drafts].map(classOf));
    expect(before).toEqual(['MARGINAL', 'MARGINAL', 'BELOW_LINE', 'MARGINAL']);
    const { dibaoLine } = await setLine(dayFromNow(30), '850');
    expect(await confirm(approver, dibaoLine.id)).toEqual([]);
    await service.parts.background.idle();
    expect(await classOf(active)).toBe('MARGINAL');

    ahead = 30;
    await beginDibaoLines(service.parts, () => true, 1);
    let batches = 0;
    await beginDibaoLines(service.parts, () => (batches += 1) > 1, 1);
    const begun = async () =>
      service.inspect<{ begun: boolean; files: number }>(
        `select begun_at is not null as begun, (select count(*)::int from hardship_reclass r where r.dibao_line_id = l.id) as files
         from dibao_line l where id = $1`,
        [dibaoLine.id],
      );
    expect(await begun()).toEqual([{ begun: false, files: 1 }]);
    await Promise.all([beginDibaoLines(service.parts, never, 1), beginDibaoLines(service.parts, never, 1)]);
    await beginDibaoLines(service.parts, never);
    const [{ files = 0 } = {}] = await begun();
    expect(await begun()).toEqual([{ begun: true, files }]);
    expect(await Promise.all([active, ...drafts].map(classOf))).toEqual([
      'BELOW_LINE',
      'BELOW_LINE',
      'BELOW_LINE',
      'MARGINAL',
    ]);
    expect(await classOf(exited)).toBe('MARGINAL');

    const told = await service.inspect<{ data: object }>(
      `select envelope->'data' as data from outbox where type = 'nuangong.case-file-changed.v1'`,
    );
    expect(told).toMatchObject([
      {
        data: {
          caseFileId: active,
          caseFileVersion: 6,
          hardshipClass: 'BELOW_LINE',
          changes: [{ fact: '困难类别', before: '略高于低保线但因一定原因困难', after: '家庭人均收入低于低保线' }],
          changedBy: { id: approver.staffId, name: '张志强' },
        },
      },
    ]);
    const page = await service.ask<{ hardshipReclasses: { total: number; items: object[] }; dibaoLines: object[] }>(
      clerk,
      `query($id: ID!) { hardshipReclasses(filter: { dibaoLineId: $id }) { total items { oldClass newClass caseFile { id } } }
        dibaoLines { id changedFiles begunAt } }`,
      { id: dibaoLine.id },
    );
    expect(page.hardshipReclasses.total).toBe(files);
    expect(page.hardshipReclasses.items).toContainEqual({
      oldClass: 'MARGINAL',
      newClass: 'BELOW_LINE',
      caseFile: { id: active },
    });
    expect(page.dibaoLines[0]).toEqual({ id: dibaoLine.id, changedFiles: files, begunAt: expect.any(String) });
    const elsewhere = await service.ask(otherClerk, '{ hardshipReclasses { total } }');
    expect(elsewhere).toEqual({ hardshipReclasses: { total: 0 } });
  });

  test('the database and the form compute the same class', async () => {
    const cases = fc.sample(
      fc.record({
        income: fc.bigInt({ min: 0n, max: 200_000n }),
        causes: fc.uniqueArray(fc.constantFrom(...hardshipCauses), { maxLength: 3 }),
        line: fc.bigInt({ min: 1n, max: 150_000n }),
        margin: fc.integer({ min: 100, max: 999 }),
      }),
      300,
    );
    const rows = await service.inspect<{ class: string | null }>(
      `select hardship_class_of((c->>'income')::bigint, array(select jsonb_array_elements_text(c->'causes')),
         (c->>'line')::bigint, (c->>'margin')::numeric) as class
       from jsonb_array_elements($1::jsonb) with ordinality as given(c, place) order by place`,
      [
        JSON.stringify(
          cases.map((each) => ({
            income: each.income.toString(),
            causes: each.causes,
            line: each.line.toString(),
            margin: (each.margin / 100).toFixed(2),
          })),
        ),
      ],
    );
    const expected = cases.map(({ income, causes, line, margin }) =>
      hardshipClassOf(
        { perCapitaIncome: fen(income), causes: causes as HardshipCause[] },
        {
          from: localDate('2026-01-01'),
          monthlyPerCapita: fen(line),
          marginHundredths: BigInt(margin),
          organizationName: '',
        },
      ),
    );
    expect(rows.map((row) => row.class)).toEqual(expected);
  });
});
