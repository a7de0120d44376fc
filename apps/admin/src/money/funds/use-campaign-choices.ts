import { openCampaignsQuery } from '../../base/graph/generated/funds.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';

/** The campaigns as choices of a field, the newest first. */
export function useCampaignChoices(): readonly { readonly value: string; readonly word: string }[] {
  const { data } = useAnswer(openCampaignsQuery, {});
  return data?.campaigns.items.map(({ id, name }) => ({ value: id, word: name })) ?? [];
}
