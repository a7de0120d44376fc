/** The demonstration's winter campaign, the same in every installation so that every service can name it. */
export const winterCampaignId = '00000000-0000-7000-8000-0000000c2027';
export const winterCampaignName = '2027年元旦春节送温暖活动';
