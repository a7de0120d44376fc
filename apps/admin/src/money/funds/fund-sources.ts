import type { FundSource } from '../../base/graph/generated/operation-types.ts';

/** The sources of money (资金来源) in the order of the forms. */
export const fundSources: readonly FundSource[] = [
  'CENTRAL_FISCAL',
  'PROVINCIAL_FISCAL',
  'LOCAL_FISCAL',
  'UNION',
  'DONATION',
  'OTHER',
];
