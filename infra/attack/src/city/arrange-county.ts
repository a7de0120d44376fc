import { signIn, type Session } from '@nuangong/main-job';
import type { Role } from '@nuangong/access';
import type { Secret } from '../judge.ts';
import { identityNumberOf } from '../request/lawful-text.ts';

type CountyToArrange = { readonly code: string; readonly path: string; readonly clerk: string; readonly mark: string };

const households = 12;

/**
 * Enters typical records of one county: households with telephone and a remark on their troubles, a wage claim, a legal
 * case with content, a job seeker.
 *
 * @returns the texts that were entered and are stored sealed.
 * @param asRole gives the session of somebody with one role in the county.
 */
export async function arrangeCounty(
  url: string,
  county: CountyToArrange,
  asRole: (role: Role) => Session,
): Promise<readonly Secret[]> {
  const clerk = await signIn(url, county.clerk);
  const secrets: Secret[] = [];
  for (let place = 0; place < households; place += 1) secrets.push(...(await registerHousehold(clerk, county, place)));
  secrets.push(await returnFiles(clerk, asRole('REVIEWER'), county));
  secrets.push(...(await openRights(asRole('LEGAL_AID'), county)));
  await seekWork(asRole('EMPLOYMENT'), county);
  return secrets;
}

async function registerHousehold(
  clerk: Session,
  { code, path, mark }: CountyToArrange,
  place: number,
): Promise<readonly Secret[]> {
  const identityNumber = identityNumberOf(code, place);
  const phone = `1390000${code.slice(-2)}${String(place).padStart(2, '0')}`;
  await clerk.command(
    `mutation ($input: RegisterHouseholdInput!) { registerHousehold(input: $input) { problems { code field message } } }`,
    {
      headName: `${mark}${'甲乙丙丁戊己庚辛壬癸子丑'[place]}户`,
      identityNumber,
      phone,
      unitName: `${mark}机械厂`,
      declaredSize: 1,
      monthlyIncomePerCapita: '300.00',
      causes: ['MAJOR_ILLNESS'],
      remark: `${mark}家中的难处`,
    },
  );
  return [
    { text: `${mark}${'甲乙丙丁戊己庚辛壬癸子丑'[place]}户`, scope: path, kind: 'PERSON' },
    { text: identityNumber, scope: path, kind: 'NUMBER' },
    { text: phone, scope: path, kind: 'NUMBER' },
    { text: `${mark}家中的难处`, scope: path, kind: 'WRITTEN' },
  ];
}

/** The clerk submits every file, the reviewer sends them back with an opinion. */
async function returnFiles(clerk: Session, reviewer: Session, { path, mark }: CountyToArrange): Promise<Secret> {
  const opinion = `${mark}退回的缘由`;
  const { caseFiles } = await clerk.ask<{ caseFiles: { items: readonly { id: string }[] } }>(
    'query { caseFiles(filter: { statuses: [DRAFT] }, perPage: 5) { items { id } } }',
  );
  const ids = caseFiles.items.map(({ id }) => id);
  await clerk.command(
    'mutation ($input: CaseFilesInput!) { submitCaseFiles(input: $input) { problems { code field message } } }',
    { ids },
  );
  await reviewer.command(
    'mutation ($input: CaseFileDecisionInput!) { returnCaseFiles(input: $input) { problems { code field message } } }',
    { ids, opinion },
  );
  return { text: opinion, scope: path, kind: 'WRITTEN' };
}

async function openRights(officer: Session, { code, path, mark }: CountyToArrange): Promise<readonly Secret[]> {
  const content = `${mark}案情只有承办人知道`;
  await officer.command(
    `mutation ($input: OpenLegalCaseInput!) { openLegalCase(input: $input) { problems { code field message } } }`,
    { kind: 'ARBITRATION', clientName: `${mark}当事人`, content, violationKnownOn: '2026-10-01' },
  );
  const identityNumber = identityNumberOf(code, 90);
  await officer.command(
    `mutation ($input: OpenWageClaimInput!) { openWageClaim(input: $input) { problems { code field message } } }`,
    {
      employer: `${mark}建筑公司`,
      site: `${mark}工地`,
      workers: [{ name: `${mark}工友`, identityNumber, owed: '1234.56', migrantWorker: true }],
    },
  );
  return [
    { text: content, scope: path, kind: 'LEGAL_CONTENT' },
    { text: identityNumber, scope: path, kind: 'NUMBER' },
    { text: `${mark}当事人`, scope: path, kind: 'PERSON' },
    { text: `${mark}工友`, scope: path, kind: 'PERSON' },
    { text: `${mark}求职人`, scope: path, kind: 'PERSON' },
  ];
}

async function seekWork(officer: Session, { mark }: CountyToArrange): Promise<void> {
  await officer.command(
    `mutation ($input: RegisterJobSeekerInput!) { registerJobSeeker(input: $input) { problems { code field message } } }`,
    { name: `${mark}求职人`, skills: [`${mark}焊工`], place: `${mark}街道` },
  );
}
