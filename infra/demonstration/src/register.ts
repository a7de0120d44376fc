import { rosterOf, type CityOrganization } from '@nuangong/demonstration-city';
import { act, actOnRows, rowsOf } from './act.ts';
import type { CityAtWork } from './city-at-work.ts';

const caseRecords = 'case-records';

/** Usernames of a county begin with this. */
export const prefixOf = ({ code }: CityOrganization): string => (code === '510102' ? 'linjiang' : code);

/** The clerk imports part of the county's roster: its families become drafts. */
export async function importRoster(
  city: CityAtWork,
  county: CityOrganization,
  [from, to]: readonly [number, number],
): Promise<void> {
  const clerk = `${prefixOf(county)}-clerk`;
  const desk = city.desk(caseRecords);
  const name = `${county.name.replace('总工会', '')}困难职工花名册.csv`;
  const content = Buffer.from(`\uFEFF${rosterOf(county, from, to)}`);
  const { importId } = (await desk.upload(city.staff(clerk), '/files/case-records/rosters', { name, content })) as {
    readonly importId: string;
  };
  await desk.idle();
  await act(city, clerk, { service: caseRecords, name: 'startRosterImport' }, { importId });
  await desk.idle();
}

/** The clerk submits every draft of the county, or some. */
export function submitFiles(city: CityAtWork, county: CityOrganization, ids?: readonly string[]) {
  const which = ids === undefined ? { all: true } : { ids };
  const command = { service: caseRecords, name: 'submitCaseFiles', input: 'CaseFilesInput' } as const;
  return actOnRows(city, `${prefixOf(county)}-clerk`, command, which);
}

/** The reviewer decides on submitted files: every one, or some. */
export function reviewFiles(
  city: CityAtWork,
  county: CityOrganization,
  decision: 'passCaseFiles' | 'returnCaseFiles' | 'rejectCaseFiles',
  opinion: string,
  ids?: readonly string[],
) {
  const command = { service: caseRecords, name: decision, input: 'CaseFileDecisionInput' } as const;
  const which = ids === undefined ? { all: true, opinion } : { ids, opinion };
  return actOnRows(city, `${prefixOf(county)}-reviewer`, command, which);
}

/** The reviewer posts files that passed the review, from today on; gives the posting's id. */
export async function postFiles(city: CityAtWork, county: CityOrganization, ids?: readonly string[]): Promise<string> {
  const which = ids === undefined ? { allReviewed: true } : { caseFileIds: ids };
  const { posting } = await act<{ readonly posting: { readonly id: string } }>(
    city,
    `${prefixOf(county)}-reviewer`,
    { service: caseRecords, name: 'publishPosting', gives: `posting { id } ${rowsOf}` },
    { place: '县总工会公示栏及各单位公告栏', from: city.today(), ...which },
  );
  return posting.id;
}

/** The approver opens the files of an ended posting. */
export function activate(city: CityAtWork, county: CityOrganization, postingId: string, least?: number) {
  const command = { service: caseRecords, name: 'activatePosting' } as const;
  return actOnRows(city, `${prefixOf(county)}-approver`, command, { postingId }, least);
}

/** The ids of the county's case files in a status, in the order of their numbers. */
export async function filesIn(
  city: CityAtWork,
  county: CityOrganization,
  status: string,
  most = 200,
): Promise<readonly { readonly id: string; readonly householdId: string }[]> {
  const { caseFiles } = await city.desk(caseRecords).ask<{
    readonly caseFiles: {
      readonly items: readonly { readonly id: string; readonly household: { readonly id: string } }[];
    };
  }>(
    city.staff(`${prefixOf(county)}-clerk`),
    `query ($statuses: [CaseFileStatus!], $perPage: Int) {
      caseFiles(filter: { statuses: $statuses }, perPage: $perPage) { items { id household { id } } } }`,
    { statuses: [status], perPage: most },
  );
  return caseFiles.items.map(({ id, household }) => ({ id, householdId: household.id }));
}
