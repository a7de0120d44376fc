import type { Action } from '@nuangong/access';
import { mapResult, ok, readRequiredText, readText, type Bilingual, type Result } from '@nuangong/primitives';
import type { JobInHand, JobKind, JobKinds, Piece, PieceRow } from '@nuangong/service';
import { approveApplications, type DecidedApplications } from '../application/approve-applications.ts';
import { rejectApplications, returnApplications } from '../application/decide-applications.ts';
import { putForwardCampaignList } from '../application/put-forward-campaign-list.ts';
import type { CaseRecordsContext, Transaction } from '../builder.ts';
import { lifeCycle } from '../case-file/case-file.ts';
import { decideCaseFiles } from '../case-file/decide-case-files.ts';
import { activatePosting } from '../posting/activate-posting.ts';
import { publishPosting } from '../posting/publish-posting.ts';
import type { RunningParts } from '../running-parts.ts';

type Kind = JobKind<Transaction, RunningParts>;
type Decision = Parameters<typeof decideCaseFiles>[1];

const textOf = (input: JobInHand['input'], name: string): string | undefined => {
  const value = input[name];
  return typeof value === 'string' ? value : undefined;
};
/** What somebody wrote for a whole list, which waits sealed for whoever wrote it. */
function opinionOf({ parts, actor }: CaseRecordsContext, input: JobInHand['input']): string | undefined {
  const sealed = textOf(input, sealedOpinion);
  return sealed === undefined ? textOf(input, 'opinion') : parts.keyring.openFromTransit(sealed, actor.staffId);
}

const sealedOpinion = 'sealedOpinion';

/** An input as a job keeps it: its words sealed. */
export function keptInput(
  { parts, actor }: CaseRecordsContext,
  input: Readonly<Record<string, unknown>>,
): JobInHand['input'] {
  const { opinion, ...rest } = input;
  if (typeof opinion !== 'string') return input;
  return { ...rest, [sealedOpinion]: parts.keyring.sealForTransit(opinion, actor.staffId) };
}

const pieceOf = (rows: readonly PieceRow[]): Piece => ({ rows });

function caseFiles(command: Decision, title: Bilingual): Kind {
  const read = command === 'RETURN' || command === 'REJECT' ? readRequiredText : readText;
  return {
    title,
    action: lifeCycle[command].action,
    check: (input) => read(textOf(input, 'opinion'), 'opinion', 1000),
    work: async (context, ids, { input }) =>
      mapResult(await decideCaseFiles(context, command, { ids, opinion: opinionOf(context, input) }), pieceOf),
  };
}

function applications(
  title: Bilingual,
  decide: (
    context: CaseRecordsContext,
    ids: readonly string[],
    input: JobInHand['input'],
  ) => Promise<Result<DecidedApplications>>,
): Kind {
  const action: Action = 'application.approve';
  return {
    title,
    action,
    work: async (context, ids, { input }) => mapResult(await decide(context, ids, input), ({ rows }) => pieceOf(rows)),
  };
}

/** The first piece hangs the posting, the others go into it; where none of the first can be posted, the next hangs it. */
const publish: Kind = {
  title: { zh: '张榜公示', en: 'Posting case files' },
  action: 'posting.publish',
  made(state) {
    const id = textOf(state, 'postingId');
    return id === undefined ? [] : [{ recordType: 'PublicPosting', id, name: { zh: '这次公示', en: 'The posting' } }];
  },
  async work(context, ids, { input, state }) {
    let heard: readonly PieceRow[] = [];
    const posted = await publishPosting(
      context,
      { place: textOf(input, 'place') ?? '', from: textOf(input, 'from') ?? '', caseFileIds: ids },
      { into: textOf(state, 'postingId'), hear: (rows) => (heard = rows) },
    );
    if (posted.ok) return ok({ rows: posted.value.rows, state: { postingId: posted.value.posting.id } });
    return heard.length > 0 ? ok({ rows: heard }) : posted;
  },
};

/** The commands over whole lists, by their job's kind. */
export const wholeLists = {
  'case-file.submit': caseFiles('SUBMIT', { zh: '提交档案', en: 'Submitting case files' }),
  'case-file.pass': caseFiles('PASS', { zh: '审核通过', en: 'Passing case files' }),
  'case-file.return': caseFiles('RETURN', { zh: '退回档案', en: 'Returning case files' }),
  'case-file.reject': caseFiles('REJECT', { zh: '不予通过', en: 'Rejecting case files' }),
  'posting.publish': publish,
  'case-file.activate': {
    title: { zh: '公示期满建档', en: 'Opening posted files' },
    action: 'case-file.activate',
    work: async (context, ids, { input }) =>
      mapResult(await activatePosting(context, { postingId: textOf(input, 'postingId') ?? '' }, ids), ({ rows }) =>
        pieceOf(rows),
      ),
  },
  'application.put-forward': {
    title: { zh: '提出救助名单', en: 'Putting a list forward' },
    action: 'application.put-forward',
    work: async (context, ids, { input }) =>
      mapResult(await putForwardCampaignList(context, { campaignId: textOf(input, 'campaignId') ?? '' }, ids), pieceOf),
  },
  'application.approve': applications({ zh: '审批通过', en: 'Approving applications' }, (context, ids, input) =>
    approveApplications(context, { ids, opinion: opinionOf(context, input), amount: textOf(input, 'amount') }),
  ),
  'application.return': applications({ zh: '退回申请', en: 'Returning applications' }, (context, ids, input) =>
    returnApplications(context, { ids, opinion: opinionOf(context, input) ?? '' }),
  ),
  'application.reject': applications({ zh: '不予批准', en: 'Rejecting applications' }, (context, ids, input) =>
    rejectApplications(context, { ids, opinion: opinionOf(context, input) ?? '' }),
  ),
} as const satisfies JobKinds<Transaction, RunningParts>;

export type WholeList = keyof typeof wholeLists;
