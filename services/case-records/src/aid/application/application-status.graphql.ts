import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { ApplicationStatus } from './application.ts';

export const ApplicationStatusEnum = builder.enumType('ApplicationStatus', {
  description:
    'Where an application for aid stands (申请状态). Returned, withdrawn and lapsed ones are put forward anew.',
  values: describedValues<ApplicationStatus>({
    DRAFT: 'Being filled in (草稿).',
    SUBMITTED: 'Submitted, on its way to a review (已提交).',
    BASE_REVIEW: 'Under review by the base union (基层审核).',
    COUNTY_REVIEW: 'Waits for the county’s approval (县级审批).',
    CITY_REVIEW: 'Waits for the city’s approval (市级审批).',
    APPROVED: 'Approved; the money is being set aside (已批准).',
    AWAITING_FUNDS: 'Approved, but the book lacks money; `missingFunds` tells how much (待资金).',
    FUNDED: 'Money is set aside for it; to be paid (待发放).',
    PAID: 'The money was paid (已发放).',
    FOLLOWED_UP: 'Paid, and looked into afterwards (已回访).',
    RETURNED: 'Sent back (已退回).',
    REJECTED: 'Not approved (不予救助).',
    WITHDRAWN: 'Taken back by whoever put it forward (已撤回).',
    SUSPENDED: 'Held while its case file is suspended; resumed where it waited (已暂停).',
    LAPSED: 'Approved, but its grant was ended without payment (已失效).',
  }),
});
