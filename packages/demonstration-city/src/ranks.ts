import type { Rank } from '@nuangong/access';

/** A rank of approval authority of a demonstration account, held since a day. */
export interface CityRank {
  readonly username: string;
  readonly rank: Rank;
  readonly from: string;
}

/** The ranks of the approvers of the city and of its first two counties. */
export const ranks: readonly CityRank[] = [
  { username: 'city-approver', rank: 'UNION_CHAIR', from: '2023-04-01' },
  { username: 'qinghe-approver', rank: 'UNION_CHAIR', from: '2022-09-01' },
  { username: 'linjiang-approver', rank: 'CENTRE_DIRECTOR', from: '2024-01-01' },
];
