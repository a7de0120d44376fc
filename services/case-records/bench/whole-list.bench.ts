import type { Actor } from '@nuangong/access';
import type { Measurement } from '@nuangong/measurement';
import { localDateAt } from '@nuangong/primitives';
import { buildActor } from '@nuangong/service/testing';
import { clerk, reviewer, startCaseRecords, type CaseRecordsService } from '../src/testing/case-records-service.ts';
import { fillDrafts } from '../src/testing/fill-drafts.ts';
import { againstShortest, byHand, submitSingles, timeCommand, type TimedList } from './list-work.ts';

const commands = {
  submit: { zh: '提交', en: 'submitting' },
  pass: { zh: '审核通过', en: 'passing' },
  post: { zh: '张榜公示', en: 'posting' },
  open: { zh: '建档', en: 'opening' },
} as const;

/**
 * Takes a county's whole list from draft to active file, each command through the graph to the end of its job, while a
 * colleague of the same county submits single files.
 */
export const measure = (): Promise<readonly Measurement[]> => againstShortest(commands, timeList);

async function timeList(households: number): Promise<TimedList> {
  const service = await startCaseRecords();
  try {
    await fillDrafts(service, households + byHand);
    await asOwner(service, `update case_file set status = 'RETURNED' where sequence > ${households}`);
    await service.inspect('vacuum analyze');
    const files = await service.inspect<{ id: string }>(
      `select id from case_file where status = 'RETURNED' order by sequence`,
    );
    const colleague = submitSingles(
      service.ask,
      files.map(({ id }) => id),
    );
    const carryOut = (actor: Actor, name: string, inputType: string, input: object) =>
      timeCommand(service.ask, actor, { name, inputType, input }, households);
    const submit = await carryOut(clerk, 'submitCaseFiles', 'CaseFilesInput', { all: true });
    const pass = await carryOut(reviewer, 'passCaseFiles', 'CaseFileDecisionInput', { all: true });
    const posting = { place: '县总工会公示栏', from: localDateAt(new Date()), allReviewed: true };
    const post = await carryOut(reviewer, 'publishPosting', 'PublishPostingInput', posting);
    await asOwner(
      service,
      `update public_posting set starts_on = starts_on - 30, ends_on = ends_on - 30, published_at = published_at - interval '30 days'`,
    );
    const [{ id: postingId } = { id: '' }] = await service.inspect<{ id: string }>('select id from public_posting');
    const opener = buildActor({ name: '周正', roles: ['APPROVER'] });
    const open = await carryOut(opener, 'activatePosting', 'ActivatePostingInput', { postingId });
    return { aRow: { submit, pass, post, open }, longestWait: await colleague.stop() };
  } finally {
    await service.stop();
  }
}

/** Runs a statement as the owner, without the triggers that check a present step, to write the county's past. */
async function asOwner(service: CaseRecordsService, statement: string): Promise<void> {
  await service.inspect('set session_replication_role = replica');
  await service.inspect(statement);
  await service.inspect('set session_replication_role = origin');
}
