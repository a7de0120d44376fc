import { expect, test } from 'vitest';
import { runningCampaign } from './running-campaign.ts';

const may = { status: 'OPEN', from: '2027-03-01' };
const winter = { status: 'OPEN', from: '2026-11-15' };
const autumn = { status: 'CLOSED', from: '2026-11-20' };

test('a campaign opened for later does not replace the running one', () => {
  expect(runningCampaign([may, autumn, winter], '2026-11-26')).toBe(winter);
  expect(runningCampaign([may], '2026-11-26')).toBe(may);
  expect(runningCampaign([autumn], '2026-11-26')).toBeUndefined();
});
