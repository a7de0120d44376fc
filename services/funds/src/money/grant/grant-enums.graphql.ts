import type { AidMark } from '@nuangong/events';
import { addAidType } from '@nuangong/service';
import { describedValues } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import type { GrantStatus } from './grant.ts';

export const AidTypeEnum = addAidType(builder);

export const AidMarkEnum = builder.enumType('AidMark', {
  description: 'Living aid with a name of its own in the statutory tables (§001-1).',
  values: describedValues<AidMark>({
    HEATING: 'Help with heating in winter (过冬取暖补贴).',
    HOLIDAY_VISIT: 'A visit with a gift of money on a holiday (节日慰问).',
  }),
});

const grantStatusWords: Readonly<Record<GrantStatus, string>> = {
  AWAITING_FUNDS: 'Approved, but the book lacks money; `missing` tells how much (待资金).',
  COMMITTED: 'Money is set aside for it (已落实资金).',
  IN_BATCH: 'In a batch that is being paid (发放中).',
  PAID: 'Paid (已发放).',
  RELEASED: 'Ended without payment; its money is free again (已撤销).',
};

export const GrantStatusEnum = builder.enumType('GrantStatus', {
  description: 'Where a grant stands.',
  values: describedValues<GrantStatus>(grantStatusWords),
});

/** The filter of a list of grants: their status, or what they wait for. */
export type GrantListStatus = GrantStatus | 'HELD' | 'PROPOSED' | 'RETURN_CLAIMED';

export const GrantListStatusEnum = builder.enumType('GrantListStatus', {
  description: 'Where grants of a list stand, or for what they wait.',
  values: describedValues<GrantListStatus>({
    ...grantStatusWords,
    HELD: 'Unpaid, and not to be paid now (暂缓发放).',
    PROPOSED: 'Something is proposed for it that a second person has not answered.',
    RETURN_CLAIMED: 'A return of its payment waits to be confirmed (退汇待确认).',
  }),
});
