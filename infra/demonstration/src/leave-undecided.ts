import { rosterOf, type CityOrganization } from '@nuangong/demonstration-city';
import { act } from './act.ts';
import type { CityAtWork } from './city-at-work.ts';
import { grantsOf } from './money.ts';
import { filesIn, prefixOf } from './register.ts';

/** What a county has in hand on its last working day: proposals and corrections decided, refused and waiting. */
export async function leaveUndecided(city: CityAtWork, county: CityOrganization, campaignId: string): Promise<void> {
  city.on('2026-11-30', 16);
  await proposeExits(city, county);
  await proposeReleases(city, county, campaignId);
  await correctPayees(city, county, campaignId);
  await uploadRosters(city, county);
  await city.deliver();
}

interface Proposed {
  readonly caseFile: { readonly proposal: { readonly id: string } | null };
}

/** Of three exits proposed, one is refused, one withdrawn, one waits. */
async function proposeExits(city: CityAtWork, county: CityOrganization): Promise<void> {
  const prefix = prefixOf(county);
  const proposals = [];
  for (const { id: caseFileId } of (await filesIn(city, county, 'ACTIVE', 200)).slice(-3)) {
    const { caseFile } = await act<Proposed>(
      city,
      `${prefix}-reviewer`,
      { service: 'case-records', name: 'proposeExit', gives: 'caseFile { proposal { id } }' },
      { caseFileId, reason: 'AIDED', exitedOn: city.today(), opinion: '困难已缓解' },
    );
    proposals.push(caseFile.proposal?.id);
  }
  const command = (name: string) => ({ service: 'case-records', name, input: 'DecideProposalInput' }) as const;
  const refused = { proposalId: proposals[0], opinion: '仍在治疗，不退出' };
  await act(city, `${prefix}-approver`, command('refuseProposal'), refused);
  const withdrawn = { proposalId: proposals[1], opinion: '录错户' };
  await act(city, `${prefix}-reviewer`, command('withdrawProposal'), withdrawn);
}

/** Of two releases proposed, one is refused and one waits. */
async function proposeReleases(city: CityAtWork, county: CityOrganization, campaignId: string): Promise<void> {
  const prefix = prefixOf(county);
  const [refused, waiting] = await grantsOf(city, county, campaignId);
  for (const grant of [refused, waiting]) {
    await act(
      city,
      `${prefix}-finance`,
      { service: 'funds', name: 'proposeGrantDecision' },
      { grantId: grant?.id, kind: 'RELEASE', reason: '多次联系不上本人' },
    );
  }
  const answer = { grantId: refused?.id, answer: '已联系上，照发' };
  await act(city, `${prefix}-finance-lead`, { service: 'funds', name: 'refuseGrantDecision' }, answer);
}

/** Of two payees corrected while money waits, one is refused and one waits. */
async function correctPayees(city: CityAtWork, county: CityOrganization, campaignId: string): Promise<void> {
  const prefix = prefixOf(county);
  const corrections = [];
  for (const { householdId } of (await grantsOf(city, county, campaignId)).slice(2, 4)) {
    const { correction } = await act<{ readonly correction: { readonly id: string } | null }>(
      city,
      `${prefix}-clerk`,
      { service: 'case-records', name: 'correctPayee', gives: 'correction { id }' },
      { householdId, phone: '19900001111', why: '本人换号' },
    );
    corrections.push(correction?.id);
  }
  await act(
    city,
    `${prefix}-reviewer`,
    { service: 'case-records', name: 'refusePayeeCorrection', input: 'DecidePayeeCorrectionInput' },
    { correctionId: corrections[0], opinion: '与本人核对，未换号' },
  );
}

/** A roster that waits to be imported, and one that is not imported. */
async function uploadRosters(city: CityAtWork, county: CityOrganization): Promise<void> {
  const clerk = `${prefixOf(county)}-clerk`;
  const desk = city.desk('case-records');
  const content = Buffer.from(`\uFEFF${rosterOf(county, 500, 512)}`);
  const upload = async (name: string) => {
    const taken = await desk.upload(city.staff(clerk), '/files/case-records/rosters', { name, content });
    await desk.idle();
    return taken;
  };
  await upload('临江县纸业公司补报名册.csv');
  const again = await upload('临江县纸业公司补报名册（重复）.csv');
  await act(city, clerk, { service: 'case-records', name: 'cancelRosterImport' }, { ...again });
}
