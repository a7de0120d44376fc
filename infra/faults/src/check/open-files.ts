import { winterCampaignId } from '@nuangong/demonstration-city';

/** Case files that were active on a day of the winter campaign, as `c`, of which some part of the city is chosen. */
export const filesOpenInCampaign = `case_file c where (c.status = 'ACTIVE' or exists (
    select from case_file_step s, campaign w where s.case_file_id = c.id and s.from_status = 'ACTIVE'
      and w.id = '${winterCampaignId}' and (s.at at time zone 'Asia/Shanghai')::date >= w.starts_on))`;
