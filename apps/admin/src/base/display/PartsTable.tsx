import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { amount, sumOf } from './money.ts';
import { PlainTable } from './PlainTable.tsx';
import type { FundSource } from '../graph/generated/operation-types.ts';
import { useTerm } from '../i18n/use-term.ts';
import { useWords } from '../i18n/use-words.ts';

/** The part of an amount that one fund bears. */
export interface Part {
  readonly fundId: string;
  readonly fundName: string;
  readonly source: FundSource;
  readonly amount: string;
}

/** The parts of many amounts, one for each fund. */
export function sumParts(parts: readonly Part[]): readonly Part[] {
  const byFund = Map.groupBy(parts, (part) => part.fundId);
  return [...byFund.values()].flatMap((same) =>
    same[0] === undefined ? [] : [{ ...same[0], amount: sumOf(same.map((part) => part.amount)) }],
  );
}

/** Which fund bears how much, with the sum if there are several. */
export function PartsTable({ parts }: { readonly parts: readonly Part[] }): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <PlainTable
      caption={say('batches.bySource')}
      rows={parts}
      keyOf={(part) => part.fundId}
      columns={[
        { head: say('batches.fund'), cell: (part) => <Link to={`/funds/${part.fundId}`}>{part.fundName}</Link> },
        { head: say('batches.source'), cell: (part) => term('fundSource', part.source) },
        { head: say('batches.amount'), right: true, cell: (part) => amount(part.amount) },
      ]}
    />
  );
}

/** The sources of one amount in a few words: 工会经费 150.00、地方财政 150.00; only the source if there is one. */
export function usePartsInWords(): (parts: readonly Part[]) => string {
  const term = useTerm();
  return (parts) => {
    const [only, ...more] = parts;
    if (only === undefined) return '—';
    if (more.length === 0) return term('fundSource', only.source);
    return parts.map((part) => `${term('fundSource', part.source)} ${amount(part.amount)}`).join('、');
  };
}
