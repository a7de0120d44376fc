import type { Bilingual } from '@nuangong/primitives';

/**
 * The ranks of approval authority (审批权限) beside the role of approver, lowest first. Each organisation has both; the
 * superior's are above its own.
 */
export const ranks = ['CENTRE_DIRECTOR', 'UNION_CHAIR'] as const;

export type Rank = (typeof ranks)[number];

/** The name of each rank on screens and paper. */
export const rankNames: Readonly<Record<Rank, Bilingual>> = {
  CENTRE_DIRECTOR: { zh: '中心主任', en: 'Centre director' },
  UNION_CHAIR: { zh: '工会主席', en: 'Union chair' },
};

/** The highest of several ranks; undefined if there is none. */
export function highestRank(held: readonly (Rank | undefined)[]): Rank | undefined {
  return ranks.findLast((rank) => held.includes(rank));
}
