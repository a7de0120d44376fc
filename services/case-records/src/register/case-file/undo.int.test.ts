import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  clerk,
  bothClerkAndReviewer,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

const rows = 'rows { id ok problems { code message } }';
interface Rows {
  readonly rows: readonly { id: string; ok: boolean; problems: readonly { code: string; message: string }[] }[];
}
const codes = (answer: Rows) => answer.rows.map((row) => row.problems.map((each) => each.code).join());

describe('a reviewer undoes their own decision of the day', () => {
  let service: CaseRecordsService;
  beforeAll(async () => {
    service = await startCaseRecords();
  });
  afterAll(() => service.stop());

  const decide = (actor: typeof clerk, name: string, input: object) => service.command<Rows>(actor, name, input, rows);
  const undo = (actor: typeof clerk, ids: readonly string[]) => decide(actor, 'undoCaseFileSteps', { ids });
  const stepsOf = (id: string) =>
    service.inspect<{ id: string; from_status: string; to_status: string; undoes: string | null }>(
      'select id, from_status, to_status, undoes from case_file_step where case_file_id = $1 order by at, id',
      [id],
    );

  async function decided(serials: readonly number[], command: string): Promise<readonly string[]> {
    const ids = (await registerHouseholds(service, clerk, serials)).map((each) => each.caseFileId);
    await decide(clerk, 'submitCaseFiles', { ids });
    await decide(reviewer, command, { ids, opinion: '核对' });
    return ids;
  }

  test.each([
    ['passCaseFiles', 'COUNTY_REVIEW', 1],
    ['returnCaseFiles', 'RETURNED', 2],
    ['rejectCaseFiles', 'REJECTED', 3],
  ])(
    '%s: the file waits again, both steps are kept, and it can be decided again once',
    async (command, led, serial) => {
      const [id = ''] = await decided([serial], command);
      expect(codes(await undo(bothClerkAndReviewer, [id]))).toEqual(['STEP_OF_ANOTHER']);
      expect(await undo(reviewer, [id])).toMatchObject({ rows: [{ id, ok: true }] });
      const steps = await stepsOf(id);
      expect(steps.slice(-2)).toMatchObject([
        { from_status: 'SUBMITTED', to_status: led, undoes: null },
        { from_status: led, to_status: 'SUBMITTED', undoes: steps.at(-2)?.id },
      ]);
      expect(codes(await undo(reviewer, [id]))).toEqual(['NOTHING_TO_UNDO']);
      expect(await decide(reviewer, 'passCaseFiles', { ids: [id] })).toMatchObject({ rows: [{ ok: true }] });
      const [entry] = await service.inspect<{ action: string }>(
        `select action from audit_entry where record_id = $1 and action = 'case-file.undo'`,
        [id],
      );
      expect(entry).toBeDefined();
    },
  );

  test('the list of today says what can be undone, and why the rest cannot', async () => {
    const [mended = '', free = ''] = await decided([10, 11], 'returnCaseFiles');
    await decide(clerk, 'submitCaseFiles', { ids: [mended] });
    const { caseFilesDecidedToday } = await service.ask<{
      caseFilesDecidedToday: {
        items: readonly { caseFile: { id: string }; undoRefusal: { code: string } | null }[];
      };
    }>(reviewer, '{ caseFilesDecidedToday { items { to caseFile { id } undoRefusal { code message } } total } }');
    const refusals = new Map(
      caseFilesDecidedToday.items.map(({ caseFile, undoRefusal }) => [caseFile.id, undoRefusal?.code]),
    );
    expect(refusals.get(mended)).toBe('STEP_BUILT_ON');
    expect(refusals.get(free)).toBeUndefined();
    expect(codes(await undo(reviewer, [mended, free]))).toEqual(['NOTHING_TO_UNDO', '']);
  });

  test('the database takes no way back without the step that it answers', async () => {
    const [id = ''] = await decided([20], 'passCaseFiles');
    const back = `update case_file set status = 'SUBMITTED', updated_at = now() where id = $1`;
    await expect(service.attack(bothClerkAndReviewer, back, [id])).rejects.toThrow('case_file_undone_by_its_author');
    await expect(service.attack(reviewer, back, [id])).rejects.toThrow('case_file_undo_answers_its_step');
    const alone = `insert into case_file_step (case_file_id, organization_path, from_status, to_status, at, staff_id, staff_name)
      select id, organization_path, 'COUNTY_REVIEW', 'SUBMITTED', now(), $2, 'x' from case_file where id = $1`;
    await expect(service.attack(reviewer, alone, [id, reviewer.staffId])).rejects.toThrow(
      'case_file_undo_answers_its_step',
    );
  });
});
