import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { wordsElsewhere } from '@nuangong/events';
import { addDays, localDateAt } from '@nuangong/primitives';
import {
  approver,
  clerk,
  confirmPosting,
  householdInput,
  openFiles,
  otherClerk,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

/** The same people with lent or changed roles. */
const clerkAsReviewer = { ...clerk, roles: ['REVIEWER', 'APPROVER'] as const };
const reviewerAsApprover = { ...reviewer, roles: ['REVIEWER', 'APPROVER'] as const };
const secondReviewer = { ...reviewer, staffId: crypto.randomUUID(), name: '钱复核' };

interface Rows {
  readonly rows: readonly { readonly problems: readonly { readonly code: string }[] }[];
}
interface CaseFile {
  readonly caseFile: {
    readonly status: string;
    readonly number: string;
    readonly proposal: { readonly id: string } | null;
  } | null;
}

const today = localDateAt(new Date());
const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');

describe('one person takes no two steps that check each other', () => {
  let service: CaseRecordsService;
  beforeAll(async () => {
    service = await startCaseRecords();
  });
  afterAll(() => service.stop());

  const codesOf = ({ problems }: { readonly problems: readonly { readonly code: string }[] }) =>
    problems.map(({ code }) => code);
  const decide = async (actor: typeof clerk, name: string, ids: readonly string[], more: object = {}) => {
    const answer = await service.command<Rows>(actor, name, { ids, ...more }, 'rows { problems { code } }');
    return answer.rows.map((row) => row.problems.map(({ code }) => code).join());
  };
  const step = (actor: typeof clerk, name: string, caseFileId: string, reason = '核实') =>
    service.command<CaseFile>(actor, name, { caseFileId, reason }, 'caseFile { status number proposal { id } }');
  const register = async (serials: readonly number[]) =>
    (await registerHouseholds(service, clerk, serials)).map(({ caseFileId }) => caseFileId);
  const statusOf = async (id: string) =>
    (await service.inspect<{ status: string }>('select status from case_file where id = $1', [id]))[0]?.status;
  const eventsOf = async (id: string, type: string) =>
    service.inspect<{ data: object }>(
      `select envelope->'data' as data from outbox where key = $1 and type = 'nuangong.' || $2`,
      [id, type],
    );
  const publish = (ids: readonly string[], daysPast: number) =>
    service.command<Rows & { posting: { id: string } }>(
      reviewer,
      'publishPosting',
      { place: '公示栏', from: addDays(today, -daysPast), caseFileIds: ids },
      'posting { id } rows { problems { code } }',
    );

  test('a person who registered or changed a household passes none of its steps, not by a delegated role, and not in the database', async () => {
    const [id = ''] = await register([1]);
    const submitter = { ...clerk, staffId: crypto.randomUUID() };
    await decide(submitter, 'submitCaseFiles', [id]);
    expect(await decide(clerkAsReviewer, 'passCaseFiles', [id])).toEqual(['OWN_WORK']);
    expect(await decide(clerkAsReviewer, 'returnCaseFiles', [id], { opinion: '补正' })).toEqual(['OWN_WORK']);
    await expect(
      service.attack(clerkAsReviewer, `update case_file set status = 'COUNTY_REVIEW' where id = $1`, [id]),
    ).rejects.toThrow('case_file_maker_is_not_checker');
    await decide(reviewer, 'passCaseFiles', [id]);
    await decide(reviewer, 'returnCaseFiles', [id], { opinion: '补正' });
    await decide(clerk, 'submitCaseFiles', [id]);
    expect(await decide({ ...submitter, roles: ['REVIEWER'] }, 'passCaseFiles', [id])).toEqual(['OWN_WORK']);
  });

  test('a person who passed or posted a file does not open it, in any role', async () => {
    const ids = await register([10]);
    await decide(clerk, 'submitCaseFiles', ids);
    await decide(reviewer, 'passCaseFiles', ids);
    const { posting } = await publish(ids, 20);
    await confirmPosting(service, posting.id);
    const open = async (actor: typeof clerk) =>
      (
        await service.command<Rows>(actor, 'activatePosting', { postingId: posting.id }, 'rows { problems { code } }')
      ).rows.map((row) => row.problems.map(({ code }) => code).join());
    expect(await open(reviewerAsApprover)).toEqual(['OWN_REVIEW']);
    expect(await open(clerkAsReviewer)).toEqual(['OWN_WORK']);
    await expect(
      service.attack(reviewerAsApprover, `update case_file set status = 'ACTIVE' where id = $1`, ids),
    ).rejects.toThrow('case_file_opened_by_another');
    expect(await open(approver)).toEqual(['']);
  });

  test('a list entered afterwards needs its photograph and a second person’s confirmation, in the database too', async () => {
    const ids = await register([20]);
    await decide(clerk, 'submitCaseFiles', ids);
    await decide(reviewer, 'passCaseFiles', ids);
    const counted = async () => {
      const { caseWork } = await service.ask<{ caseWork: { postingsEnded: number; postingsToConfirm: number } }>(
        approver,
        '{ caseWork { postingsEnded postingsToConfirm } }',
      );
      return [caseWork.postingsEnded, caseWork.postingsToConfirm] as const;
    };
    const [ended, toConfirm] = await counted();
    const { posting } = await publish(ids, 20);
    expect(await counted()).toEqual([ended, toConfirm + 1]);
    const { id: postingId } = posting;
    const confirm = async (actor: typeof clerk) =>
      codesOf(await service.command(actor, 'confirmPosting', { postingId }, 'posting { confirmedBy }'));
    const activate = async () =>
      codesOf(await service.command(approver, 'activatePosting', { postingId }, 'rows { ok }'));
    const byHand = `update public_posting set confirmed_by = $2, confirmed_by_name = 'x', confirmed_at = now() where id = $1`;
    expect(await activate()).toEqual(['POSTING_UNCONFIRMED']);
    await expect(service.attack(approver, `update case_file set status = 'ACTIVE' where id = $1`, ids)).rejects.toThrow(
      'case_file_posted_first',
    );
    expect(await confirm(approver)).toEqual(['POSTING_PHOTO_MISSING']);
    await expect(service.attack(approver, byHand, [postingId, approver.staffId])).rejects.toThrow(
      'public_posting_wants_photo',
    );
    const path = `/files/case-records/postings/${postingId}/photos`;
    expect((await service.upload(clerk, path, { name: 'x.pdf', content: pdf })).status).toBe(403);
    expect((await service.upload(reviewer, path, { name: 'x.pdf', content: Buffer.from('x') })).status).toBe(415);
    expect((await service.upload(reviewer, path, { name: '照片.pdf', content: pdf })).status).toBe(201);
    expect(await confirm(reviewer)).toEqual(['OWN_POSTING']);
    expect(await confirm(clerkAsReviewer)).toEqual(['OWN_WORK']);
    await expect(service.attack(clerkAsReviewer, byHand, [postingId, clerk.staffId])).rejects.toThrow(
      'public_posting_confirmed_by_no_maker',
    );
    await expect(service.attack(reviewer, byHand, [postingId, reviewer.staffId])).rejects.toThrow(
      'public_posting_needs_two',
    );
    await expect(
      service.attack(reviewer, `update public_posting set starts_on = starts_on + 40 where id = $1`, [postingId]),
    ).rejects.toThrow('public_posting_stays');
    const read =
      'query($id: ID!) { posting(id: $id) { enteredAfterwards mayConfirm mayOpen photos { fileName url } } }';
    const { posting: seen } = await service.ask<{ posting: { photos: { url: string }[] } }>(approver, read, {
      id: postingId,
    });
    expect(seen).toMatchObject({
      enteredAfterwards: true,
      mayConfirm: true,
      mayOpen: true,
      photos: [{ fileName: '照片.pdf' }],
    });
    expect((await service.download(approver, seen.photos[0]?.url ?? '')).status).toBe(200);
    expect((await service.download(otherClerk, seen.photos[0]?.url ?? '')).status).toBe(404);
    expect(await confirm(approver)).toEqual([]);
    expect(await confirm(secondReviewer)).toEqual(['POSTING_CONFIRMED']);
    expect(await activate()).toEqual([]);
  });

  test('an objection is not answered by anybody who recorded it, or registered, passed or posted the household', async () => {
    const ids = await register([30, 31]);
    await decide(clerk, 'submitCaseFiles', ids);
    await decide(reviewer, 'passCaseFiles', ids);
    await publish(ids, 0);
    const record = async (actor: typeof clerk, caseFileId: string | undefined) =>
      (
        await service.command<{ objection: { id: string } }>(
          actor,
          'recordObjection',
          { caseFileId, raisedBy: '邻居', text: '有门面出租' },
          'objection { id }',
        )
      ).objection.id;
    const answer = async (actor: typeof clerk, objectionId: string) =>
      codesOf(
        await service.command(
          actor,
          'answerObjection',
          { objectionId, finding: '入户核实', upheld: false },
          'objection { upheld }',
        ),
      );
    const first = await record(reviewer, ids[0]);
    expect(await answer(reviewer, first)).toEqual(['OWN_OBJECTION']);
    expect(await answer(clerkAsReviewer, first)).toEqual(['OWN_OBJECTION']);
    const second = await record(secondReviewer, ids[1]);
    expect(await answer(secondReviewer, second)).toEqual(['OWN_OBJECTION']);
    const byHand = `update objection set finding = 'x', upheld = false, answered_at = now(), answered_by = $2 where id = $1`;
    for (const actor of [reviewer, clerkAsReviewer, secondReviewer]) {
      await expect(service.attack(actor, byHand, [second, actor.staffId])).rejects.toThrow(
        'objection_answered_by_another',
      );
    }
    await expect(service.attack(reviewer, byHand, [second, approver.staffId])).rejects.toThrow('objection_stays');
    expect(await answer(approver, first)).toEqual([]);
    expect(await answer(approver, second)).toEqual([]);
    await expect(service.attack(approver, byHand, [second, approver.staffId])).rejects.toThrow('objection_stays');
  });

  test('a file is suspended by one person and resumed by another, each with an event', async () => {
    const [id = ''] = await register([40]);
    await openFiles(service, [id]);
    expect(codesOf(await step(reviewer, 'suspendCaseFile', id, ' '))).toEqual(['TEXT_MISSING']);
    expect(await step(reviewer, 'suspendCaseFile', id, '收入待核实')).toMatchObject({
      problems: [],
      caseFile: { status: 'SUSPENDED' },
    });
    expect(await eventsOf(id, 'case-file-suspended.v1')).toMatchObject([
      { data: { caseFileId: id, reason: wordsElsewhere, suspendedOn: today } },
    ]);
    expect(codesOf(await step(reviewer, 'resumeCaseFile', id))).toEqual(['OWN_SUSPENSION']);
    expect(codesOf(await step(clerkAsReviewer, 'resumeCaseFile', id))).toEqual(['OWN_WORK']);
    await expect(
      service.attack(reviewer, `update case_file set status = 'ACTIVE' where id = $1`, [id]),
    ).rejects.toThrow('case_file_resumed_by_another');
    expect(await step(approver, 'resumeCaseFile', id)).toMatchObject({ problems: [], caseFile: { status: 'ACTIVE' } });
    expect(await eventsOf(id, 'case-file-resumed.v1')).toMatchObject([{ data: { caseFileId: id, resumedOn: today } }]);
  });

  test('an exit waits for a second person, is refused with a reason, withdrawn by its maker, and carried out once', async () => {
    const [id = ''] = await register([50]);
    await openFiles(service, [id]);
    const exit = { caseFileId: id, reason: 'DIED', exitedOn: today, opinion: '户主去世' };
    const propose = () => service.command<CaseFile>(reviewer, 'proposeExit', exit, 'caseFile { proposal { id } }');
    const decided = async (actor: typeof clerk, name: string, proposalId: string, opinion?: string) =>
      codesOf(await service.command(actor, name, { proposalId, opinion }, 'proposal { decision }'));
    const first = (await propose()).caseFile?.proposal?.id ?? '';
    expect(codesOf(await propose())).toEqual(['PROPOSAL_OPEN']);
    expect(await decided(clerkAsReviewer, 'confirmProposal', first)).toEqual(['OWN_WORK']);
    expect(await decided(approver, 'refuseProposal', first)).toEqual(['TEXT_MISSING']);
    expect(await decided(approver, 'withdrawProposal', first)).toEqual(['NOT_OWN_PROPOSAL']);
    await expect(
      service.attack(
        reviewer,
        `update case_file set status = 'EXITED', exited_on = now(), exit_reason = 'DIED' where id = $1`,
        [id],
      ),
    ).rejects.toThrow('case_file_exit_needs_two');
    await expect(
      service.attack(
        reviewer,
        `update file_proposal set decision = 'CONFIRMED', decided_by = $2, decided_by_name = 'x', decided_at = now() where id = $1`,
        [first, reviewer.staffId],
      ),
    ).rejects.toThrow('file_proposal_needs_two');
    expect(await decided(approver, 'refuseProposal', first, '证明不足')).toEqual([]);
    const second = (await propose()).caseFile?.proposal?.id ?? '';
    expect(await decided(reviewer, 'withdrawProposal', second)).toEqual([]);
    expect(await decided(approver, 'confirmProposal', second)).toEqual(['PROPOSAL_DECIDED']);
    const third = (await propose()).caseFile?.proposal?.id ?? '';
    const waiting = `{ fileProposals(kind: EXIT) { total items { id mayDecide mayWithdraw why exitReason proposedBy } } }`;
    expect(await service.ask(approver, waiting)).toEqual({
      fileProposals: {
        total: 1,
        items: [
          { id: third, mayDecide: true, mayWithdraw: false, why: '户主去世', exitReason: 'DIED', proposedBy: '李建国' },
        ],
      },
    });
    expect(await service.ask(otherClerk, '{ fileProposals { total } }')).toEqual({ fileProposals: { total: 0 } });
    const both = await Promise.all([
      decided(approver, 'confirmProposal', third),
      decided(secondReviewer, 'confirmProposal', third),
    ]);
    expect(both.flat()).toHaveLength(1);
    expect(await eventsOf(id, 'case-file-exited.v1')).toMatchObject([{ data: { reason: 'DIED', exitedOn: today } }]);
    expect(await statusOf(id)).toBe('EXITED');
  });

  test('a rejected file is reopened under its number, keeps the old decision, and bars nobody before that', async () => {
    const [id = ''] = await register([60]);
    await decide(clerk, 'submitCaseFiles', [id]);
    await decide(reviewer, 'rejectCaseFiles', [id], { opinion: '收入高于边缘线' });
    const again = await service.command(clerk, 'registerHousehold', householdInput(60), 'household { id }');
    expect(again.problems).toEqual([{ code: 'FILE_TO_REOPEN', field: 'identityNumber' }]);
    expect(codesOf(await step(clerk, 'reopenCaseFile', id, ' '))).toEqual(['TEXT_MISSING']);
    const reopened = await step(clerk, 'reopenCaseFile', id, '失业后收入下降');
    expect(reopened).toMatchObject({ problems: [], caseFile: { status: 'DRAFT' } });
    expect(await decide(clerk, 'submitCaseFiles', [id])).toEqual(['']);
    expect(await decide(reviewer, 'passCaseFiles', [id])).toEqual(['']);
    const { caseFile } = await service.ask<{ caseFile: object }>(
      clerk,
      'query($id: ID!) { caseFile(id: $id) { number steps { to opinion } } }',
      { id },
    );
    expect(caseFile).toEqual({
      number: reopened.caseFile?.number,
      steps: [
        { to: 'DRAFT', opinion: null },
        { to: 'SUBMITTED', opinion: null },
        { to: 'REJECTED', opinion: '收入高于边缘线' },
        { to: 'DRAFT', opinion: '失业后收入下降' },
        { to: 'SUBMITTED', opinion: null },
        { to: 'COUNTY_REVIEW', opinion: null },
      ],
    });
  });

  test('a household registered elsewhere since cannot be reopened here', async () => {
    const [id = ''] = await register([70]);
    await decide(clerk, 'submitCaseFiles', [id]);
    await decide(reviewer, 'rejectCaseFiles', [id], { opinion: '不在本县' });
    const [elsewhere] = await registerHouseholds(service, otherClerk, [70]);
    expect(elsewhere?.caseFileId).toBeDefined();
    expect(codesOf(await step(clerk, 'reopenCaseFile', id, '本人申请'))).toEqual(['REGISTERED_ELSEWHERE']);
    expect(await statusOf(id)).toBe('REJECTED');
  });
});
