interface Dated {
  readonly status: string;
  readonly from: string;
}

/** The open campaign that began last; if none has begun, the next. Campaigns are given latest first. */
export function runningCampaign<Campaign extends Dated>(
  campaigns: readonly Campaign[],
  now: string,
): Campaign | undefined {
  const open = campaigns.filter(({ status }) => status === 'OPEN');
  return open.find(({ from }) => from <= now) ?? open.at(-1);
}
