import { setTimeout as sleep } from 'node:timers/promises';
import { winterCampaignId } from '@nuangong/demonstration-city';
import type { Closing, Desk } from './desk.ts';
import type { Notebook } from './acknowledged.ts';
import type { TrialHousehold } from './open-files.ts';

type Application = { readonly id: string; readonly status: string };

/** Puts the campaign's list forward and approves the households' applications, until each is approved. */
export async function approveList(
  desks: { readonly clerk: Desk; readonly approver: Desk },
  closing: Closing,
  notebook: Notebook,
  households: readonly TrialHousehold[],
): Promise<void> {
  while (performance.now() < closing.at) {
    const applications = await applicationsOf(desks.approver, households);
    if (applications.length < households.length) {
      await desks.clerk.command(
        'case-records',
        { name: 'putForwardCampaignList', gives: 'rows { id ok }' },
        { campaignId: winterCampaignId },
      );
    }
    const waiting = applications.filter(({ status }) => status === 'COUNTY_REVIEW').map(({ id }) => id);
    if (waiting.length > 0) {
      const answer = await desks.approver.command<{ rows: { id: string; ok: boolean }[] }>(
        'case-records',
        { name: 'approveApplications', gives: 'rows { id ok }' },
        { ids: waiting, opinion: '同意' },
      );
      if (answer.kind === 'DONE') {
        const approved = answer.value.rows.filter(({ ok }) => ok).map(({ id }) => id);
        if (approved.length > 0) notebook.note({ kind: 'APPLICATIONS_APPROVED', ids: approved });
      }
    } else if (applications.length >= households.length) {
      return;
    }
    await sleep(40);
  }
}

async function applicationsOf(desk: Desk, households: readonly TrialHousehold[]): Promise<readonly Application[]> {
  const aliases = households.map(
    ({ householdId }, place) => `h${place}: household(id: "${householdId}") { applications { id status } }`,
  );
  const found = await desk.read<Record<string, { applications: Application[] } | null>>(
    'case-records',
    `{ ${aliases.join(' ')} }`,
  );
  return Object.values(found).flatMap((household) => household?.applications ?? []);
}
