import { setTimeout as sleep } from 'node:timers/promises';
import { insist, type Answer, type Closing, type Desk } from './desk.ts';
import { caseFileSteps, type CaseFileStep, type Notebook } from './acknowledged.ts';

type RowResult = { readonly id: string; readonly ok: boolean };
type Rows = { readonly rows: readonly RowResult[] };

/** A household of the trial, with its case file. */
export type TrialHousehold = { readonly householdId: string; readonly caseFileId: string };

/** Registers a household; if no answer comes, it is found by its head's identity number. */
export async function registerHousehold(
  desk: Desk,
  closing: Closing,
  notebook: Notebook,
  head: { readonly name: string; readonly identityNumber: string },
): Promise<TrialHousehold | undefined> {
  const input = {
    headName: head.name,
    identityNumber: head.identityNumber,
    unitName: '青禾机械厂工会',
    declaredSize: 3,
    monthlyIncomePerCapita: '400.00',
    dibaoStatus: 'RECEIVING',
    causes: ['MAJOR_ILLNESS'],
  };
  const answer = await insist(closing, () =>
    desk.command<{ household: { id: string } }>(
      'case-records',
      { name: 'registerHousehold', gives: 'household { id }' },
      input,
    ),
  );
  if (answer === undefined) return undefined;
  if (answer.kind === 'DONE') notebook.note({ kind: 'HOUSEHOLD_REGISTERED', householdId: answer.value.household.id });
  else if (answer.problems.some(({ code }) => code !== 'ALREADY_REGISTERED')) return undefined;
  const { households } = await desk.read<{ households: { items: { id: string; caseFile: { id: string } }[] } }>(
    'case-records',
    'query ($filter: HouseholdFilter) { households(filter: $filter) { items { id caseFile { id } } } }',
    { filter: { identityNumber: head.identityNumber } },
  );
  const [found] = households.items;
  return found && { householdId: found.id, caseFileId: found.caseFile.id };
}

/** Takes files to ACTIVE: submitted, reviewed, posted, activated, each step by somebody who may. */
export async function openFiles(
  desks: { readonly clerk: Desk; readonly reviewer: Desk; readonly approver: Desk },
  closing: Closing,
  notebook: Notebook,
  files: readonly TrialHousehold[],
  postedFrom: string,
): Promise<void> {
  const ids = files.map(({ caseFileId }) => caseFileId);
  if (ids.length === 0) return;
  const step = (to: CaseFileStep, desk: Desk, command: () => Promise<Answer<Rows>>) =>
    moveFiles(desk, closing, notebook, ids, to, command);
  await step('SUBMITTED', desks.clerk, () =>
    desks.clerk.command(
      'case-records',
      { name: 'submitCaseFiles', gives: 'rows { id ok }', input: 'CaseFilesInput' },
      {
        ids,
      },
    ),
  );
  await step('COUNTY_REVIEW', desks.reviewer, () =>
    desks.reviewer.command(
      'case-records',
      { name: 'passCaseFiles', gives: 'rows { id ok }', input: 'CaseFileDecisionInput' },
      { ids, opinion: '材料齐全' },
    ),
  );
  await step('POSTED', desks.reviewer, () =>
    desks.reviewer.command(
      'case-records',
      { name: 'publishPosting', gives: 'rows { id ok }' },
      { place: '公示栏', from: postedFrom, caseFileIds: ids },
    ),
  );
  const { caseFile } = await desks.reviewer.read<{ caseFile: { posting: { id: string } | null } | null }>(
    'case-records',
    'query ($id: ID!) { caseFile(id: $id) { posting { id } } }',
    { id: ids[0] },
  );
  if (caseFile?.posting == null) return;
  const postingId = caseFile.posting.id;
  await confirmPosting(desks, closing, postingId);
  await step('ACTIVE', desks.approver, () =>
    desks.approver.command('case-records', { name: 'activatePosting', gives: 'rows { id ok }' }, { postingId }),
  );
}

const photograph = { name: '公示栏.pdf', content: Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n') };

/** Adds the photograph to a list entered afterwards, and a second person's confirmation. */
async function confirmPosting(
  desks: { readonly reviewer: Desk; readonly approver: Desk },
  closing: Closing,
  postingId: string,
): Promise<void> {
  const path = `/files/case-records/postings/${postingId}/photos`;
  while (performance.now() < closing.at) {
    if (await desks.reviewer.upload('case-records', path, photograph)) break;
    await sleep(60);
  }
  await insist(closing, () => desks.approver.command('case-records', { name: 'confirmPosting' }, { postingId }));
}

/** Repeats the command until every file has reached at least this step; notes what was acknowledged. */
async function moveFiles(
  desk: Desk,
  closing: Closing,
  notebook: Notebook,
  ids: readonly string[],
  to: CaseFileStep,
  command: () => Promise<Answer<Rows>>,
): Promise<void> {
  while (performance.now() < closing.at) {
    const answer = await command();
    if (answer.kind === 'DONE') {
      const moved = answer.value.rows.filter((row) => row.ok && ids.includes(row.id)).map((row) => row.id);
      if (moved.length > 0) notebook.note({ kind: 'CASE_FILES_MOVED', ids: moved, to });
    }
    if (await haveCome(desk, ids, to)) return;
    await sleep(60);
  }
}

async function haveCome(desk: Desk, ids: readonly string[], to: CaseFileStep): Promise<boolean> {
  const aliases = ids.map((id, place) => `f${place}: caseFile(id: "${id}") { status }`).join(' ');
  const files = await desk.read<Record<string, { status: CaseFileStep } | null>>('case-records', `{ ${aliases} }`);
  return Object.values(files).every(
    (file) => file !== null && caseFileSteps.indexOf(file.status) >= caseFileSteps.indexOf(to),
  );
}
