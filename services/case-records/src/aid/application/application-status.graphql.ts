import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { ApplicationStatus } from './application.ts';

export const ApplicationStatusEnum = builder.enumType('ApplicationStatus', {
  description:
    'The status of an aid application (申请状态). A returned one is submitted again; after a withdrawn or lapsed one the household can be put forward anew.',
  values: describedValues<ApplicationStatus>({
    DRAFT: 'Being filled in (草稿).',
    SUBMITTED: 'Submitted, awaiting review (已提交).',
    BASE_REVIEW: 'Under review by the base union (基层审核).',
    COUNTY_REVIEW: 'Awaiting county approval (县级审批).',
    CITY_REVIEW: 'Awaiting city approval (市级审批).',
    APPROVED: 'Approved; the money is being committed (已批准).',
    AWAITING_FUNDS: 'Approved, but the book lacks money; `missingFunds` is the amount (待资金).',
    FUNDED: 'Money is committed; awaiting payment (待发放).',
    PAID: 'The money was paid (已发放).',
    FOLLOWED_UP: 'Paid and followed up (已回访).',
    RETURNED: 'Returned to whoever put it forward, to be corrected and submitted again (已退回).',
    REJECTED: 'Rejected (已驳回).',
    WITHDRAWN: 'Withdrawn, or ended with its case file, before a decision (已撤回).',
    SUSPENDED: 'On hold while its case file is suspended (已暂停).',
    LAPSED: 'Approved, but its grant was ended without payment (已失效).',
  }),
});
