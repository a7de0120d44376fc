import { scopeOf, type Actor } from '@nuangong/access';
import { prismaSql, setIdentity } from '@nuangong/database';
import { fen, localDate, multiplyFen, yuan } from '@nuangong/primitives';
import type { Transaction } from '../builder.ts';
import { issuePolicy } from '../policy/issue-policy.ts';
import { readPolicyPack } from '../policy/read-policy-pack.ts';
import type { CampaignPlan, CountyQuota } from './campaign.ts';
import { announceCampaign, keepCampaign } from './open-campaign.ts';

/** The demonstration's winter campaign, the same in every installation so that other services can name it. */
export const demonstrationCampaignId = '00000000-0000-7000-8000-0000000c2027';

/** A county of the demonstration city as the campaign's quotas name it. */
export interface DemonstrationCounty {
  readonly organizationId: string;
  readonly organizationPath: string;
  readonly organizationName: string;
}

const cityAdministrator: Actor = {
  kind: 'STAFF',
  staffId: '00000000-0000-7000-8000-000000000000',
  sessionId: '00000000-0000-7000-8000-000000000000',
  name: '何卫东',
  organizationId: '00000000-0000-7000-8000-000000005101',
  organizationName: '锦官市总工会',
  scope: scopeOf('51/5101/'),
  roles: ['ADMINISTRATOR'],
};

const standard = yuan(300n);
const householdsOfFirstCounty = 325;

/** The winter campaign of the demonstration: 325 households of the first county, fewer in the others. */
export function demonstrationPlan(counties: readonly DemonstrationCounty[]): CampaignPlan {
  const quotas = counties.map((county, place): CountyQuota => {
    const households = place === 0 ? householdsOfFirstCounty : 120 + ((place * 37) % 160);
    return { ...county, households, budget: multiplyFen(standard, BigInt(households)) };
  });
  return {
    name: '2027年元旦春节送温暖活动',
    from: localDate('2026-11-15'),
    to: localDate('2027-02-28'),
    standard,
    budget: fen(quotas.reduce((sum, quota) => sum + quota.budget, 0n)),
    phases: [
      {
        name: '准备摸底',
        nameEn: 'Preparation and survey',
        from: localDate('2026-11-15'),
        to: localDate('2026-12-10'),
      },
      { name: '宣传发动', nameEn: 'Publicity', from: localDate('2026-12-01'), to: localDate('2026-12-31') },
      { name: '走访慰问', nameEn: 'Visiting', from: localDate('2026-12-08'), to: localDate('2027-02-15') },
      { name: '总结上报', nameEn: 'Summary', from: localDate('2027-02-16'), to: localDate('2027-02-28') },
    ],
    targetCategories: [
      { code: '3.1', name: '生活困难的劳模', nameEn: 'Model workers in hardship' },
      { code: '3.2', name: '低保户和低保边缘户', nameEn: 'Dibao and marginal households' },
      { code: '3.3', name: '本人或家人患大病', nameEn: 'Major illness of self or family' },
      { code: '3.4', name: '意外或灾害致困', nameEn: 'Accident or disaster' },
      { code: '3.5', name: '子女上学负担过重', nameEn: 'Heavy schooling burden' },
    ],
    quotas,
  };
}

/**
 * Issues the county winter pack in the city's name and opens the winter campaign to its counties; loaded again, nothing
 * happens. Runs in a transaction of its own, and tells the other services in it.
 */
export async function loadDemonstrationCampaign(
  tx: Transaction,
  counties: readonly DemonstrationCounty[],
  at: Date,
): Promise<void> {
  await setIdentity(tx, { scope: cityAdministrator.scope, staffId: cityAdministrator.staffId });
  const pack = await readPolicyPack('county-winter-300');
  const versionId = await issuePolicy(prismaSql(tx), cityAdministrator, pack, at);
  const known = await tx.campaign.findUnique({ where: { id: demonstrationCampaignId }, select: { id: true } });
  if (known !== null) return;
  const plan = demonstrationPlan(counties);
  const campaign = await keepCampaign(tx, cityAdministrator, plan, versionId, at, demonstrationCampaignId);
  await announceCampaign(tx, { actor: cityAdministrator, requestId: 'demonstration', at }, campaign, pack.code);
}
