import { mapResult, type Result } from '@nuangong/primitives';
import { overWholeList, type AtOnceOrJob, type WantedJob } from '@nuangong/service';
import type { CaseRecordsContext } from '../builder.ts';
import { lifeCycle, type CaseFileCommand } from '../case-file/case-file.ts';
import { candidateList } from '../decision-sheet/load-decision-inputs.ts';
import { keptInput, wholeLists, type WholeList } from './list-commands.ts';

/** Which list, for a command that was given no ids. */
export interface ListOfCommand {
  readonly kind: WholeList;
  readonly subject?: string;
  readonly input?: Readonly<Record<string, unknown>>;
  readonly list: WantedJob['list'];
}

/** Carries a command out at once where ids were named or the list is short, as a job where it is long. */
export async function atOnceOrInPieces<T>(
  context: CaseRecordsContext,
  list: ListOfCommand | undefined,
  atOnce: () => Promise<Result<T>>,
): Promise<Result<AtOnceOrJob<T>>> {
  if (list !== undefined) {
    const { input = {} } = list;
    return overWholeList(context, wholeLists, { ...list, input, kept: keptInput(context, input) }, atOnce);
  }
  return mapResult(await atOnce(), (value) => ({ kind: 'DONE', value }));
}

/** The case files of the unit that a command over all takes. */
export function filesOf(command: CaseFileCommand): WantedJob['list'] {
  return [
    'select c.id, c.number as label from case_file c where c.status = any($1::text[]) order by c.number',
    lifeCycle[command].fromInBulk,
  ];
}

/** The posted files of a posting. */
export function filesOfPosting(postingId: string): WantedJob['list'] {
  return [
    'select c.id, c.number as label from case_file c where c.posting_id = $1::uuid and c.status = any($2::text[]) order by c.number',
    postingId,
    lifeCycle.ACTIVATE.fromInBulk,
  ];
}

/** The files that may be put forward in a campaign. */
export const candidatesOf = (campaignId: string): WantedJob['list'] => [candidateList, campaignId];

/** The applications of a campaign that wait for a decision. */
export function applicationsOf(campaignId: string): WantedJob['list'] {
  return [
    `select a.id, a.number as label from aid_application a
     where a.campaign_id = $1::uuid and a.status in ('COUNTY_REVIEW', 'CITY_REVIEW') order by a.number`,
    campaignId,
  ];
}

/** What was done at once; nothing where a job does it. */
export function doneAtOnce<T>(result: Result<AtOnceOrJob<T>>): T | undefined {
  return result.ok && result.value.kind === 'DONE' ? result.value.value : undefined;
}
