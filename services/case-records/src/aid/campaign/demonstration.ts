import { scopeOf, type Actor } from '@nuangong/access';
import { prismaSql, setIdentity } from '@nuangong/database';
import {
  city,
  counties,
  organizations,
  province,
  winterCampaignId,
  winterCampaignName,
} from '@nuangong/demonstration-city';
import { rememberOrganizations } from '@nuangong/organizations';
import { fen, localDate, multiplyFen, yuan } from '@nuangong/primitives';
import type { Transaction } from '../../builder.ts';
import { keepPolicyFacts } from '../../policy/policy-fact/keep-policy-facts.ts';
import { issuePolicy } from '../../policy/policy/issue-policy.ts';
import { readCatalogue, readReadyPolicy } from '../../policy/policy/read-ready-policy.ts';
import type { CampaignPlan, CountyQuota } from './campaign.ts';
import { announceCampaign, keepCampaign } from './open-campaign.ts';

const cityAdministrator: Actor = {
  kind: 'STAFF',
  staffId: '00000000-0000-7000-8000-000000000000',
  sessionId: '00000000-0000-7000-8000-000000000000',
  name: '何卫东',
  organizationId: city.id,
  organizationName: city.name,
  scope: scopeOf(city.path),
  roles: ['ADMINISTRATOR'],
};

const standard = yuan(300n);
const householdsOfFirstCounty = 325;

/** The demonstration's winter campaign: 325 households of the first county, fewer in the others. */
function demonstrationPlan(): CampaignPlan {
  const quotas = counties.map(({ id, path, name }, place): CountyQuota => {
    const households = place === 0 ? householdsOfFirstCounty : 120 + ((place * 37) % 160);
    const county = { organizationId: id, organizationPath: path, organizationName: name };
    return { ...county, households, budget: multiplyFen(standard, BigInt(households)) };
  });
  return {
    name: winterCampaignName,
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
      { code: '3.3', name: '本人或家人患大病', nameEn: 'Major illness of the worker or family' },
      { code: '3.4', name: '意外或灾害致困', nameEn: 'Accident or disaster' },
      { code: '3.5', name: '子女上学负担过重', nameEn: 'Heavy schooling burden' },
    ],
    quotas,
    book: null,
  };
}

/**
 * Issues the county winter policy in the city's name and opens the winter campaign to its counties; repeated, it
 * changes nothing. Needs a separate transaction, because it sets the identity; announces the campaign in it.
 */
export async function loadDemonstrationCampaign(tx: Transaction, at: Date): Promise<void> {
  const { staffId } = cityAdministrator;
  // Later kept up to date by the organisations' own events, which may not have arrived yet.
  await setIdentity(tx, { scope: scopeOf(province.path), staffId });
  await rememberOrganizations(prismaSql(tx), organizations);
  await setIdentity(tx, { scope: cityAdministrator.scope, staffId });
  const policy = await readReadyPolicy('county-winter-300');
  await keepPolicyFacts(prismaSql(tx), cityAdministrator, await readCatalogue());
  const versionId = await issuePolicy(prismaSql(tx), cityAdministrator, policy, at);
  const known = await tx.campaign.findUnique({ where: { id: winterCampaignId }, select: { id: true } });
  if (known !== null) return;
  const plan = demonstrationPlan();
  const campaign = await keepCampaign(tx, cityAdministrator, plan, versionId, at, winterCampaignId);
  await announceCampaign(tx, { actor: cityAdministrator, requestId: 'demonstration', at }, campaign, policy.code);
}
