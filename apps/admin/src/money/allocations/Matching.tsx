import type { ReactElement } from 'react';
import { amount, exceeds } from '../../base/display/money.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';

type Asked = Pick<ItemOf<'allocations'>, 'matchingRequirement' | 'matchingRatio' | 'matchingRequired' | 'matched'>;

/** What the receiver must add and what it has added, with a mark if that is less. */
export function Matching({ row }: { readonly row: Asked }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const word = term('matchingRequirement', row.matchingRequirement);
  if (row.matchingRequirement === 'NONE') return <>{word}</>;
  return (
    <>
      {row.matchingRatio === null ? word : say('allocations.ratioWith', { word, ratio: row.matchingRatio })}{' '}
      {say('allocations.matchedOf', { matched: amount(row.matched), required: amount(row.matchingRequired) })}{' '}
      {exceeds(row.matchingRequired, row.matched) ? (
        <StatusTag tone="wait" word={say('allocations.underMatched')} />
      ) : null}
    </>
  );
}
