import type { AidMark } from '@nuangong/events';
import { addAidType } from '@nuangong/service';
import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { grantStatuses, type GrantStatus } from './grant.ts';

export const AidTypeEnum = addAidType(builder);

export const AidMarkEnum = builder.enumType('AidMark', {
  description: 'Living aid with its own mark in the statutory tables (§001-1).',
  values: describedValues<AidMark>({
    HEATING: 'Help with heating in winter (过冬取暖补贴).',
    HOLIDAY_VISIT: 'A holiday visit with a gift of money (节日慰问).',
  }),
});

const grantStatusWords: Readonly<Record<GrantStatus, string>> = {
  AWAITING_FUNDS: 'Approved, but the book lacks money; `missing` is the amount (待资金).',
  COMMITTED: 'Money is set aside for it (已落实资金).',
  IN_BATCH: 'In a batch that is being paid (发放中).',
  PAID: 'Paid (已发放).',
  RELEASED: 'Ended without payment; its commitment is released (已撤销).',
};

export const GrantStatusEnum = builder.enumType('GrantStatus', {
  description: 'The status of a grant.',
  values: describedValues<GrantStatus>(grantStatusWords),
});

/** The filter of a list of grants: their status, or what they wait for. */
export const grantListStatuses = [...grantStatuses, 'HELD', 'PROPOSED', 'RETURN_CLAIMED'] as const;
export type GrantListStatus = (typeof grantListStatuses)[number];

export const GrantListStatusEnum = builder.enumType('GrantListStatus', {
  description: 'The status of grants in a list, or what they are waiting for.',
  values: describedValues<GrantListStatus>({
    ...grantStatusWords,
    HELD: 'Unpaid and on hold (暂缓发放).',
    PROPOSED: 'A proposed decision is awaiting a second person.',
    RETURN_CLAIMED: 'A returned payment is awaiting confirmation (退汇待确认).',
  }),
});
