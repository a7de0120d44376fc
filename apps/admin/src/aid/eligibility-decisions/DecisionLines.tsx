import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { ClauseReference, type CitedClause } from './ClauseReference.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { EligibilityDecisionQuery } from '../../base/graph/generated/operation-types.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';

export type DecisionLine = NonNullable<EligibilityDecisionQuery['eligibilityDecision']>['lines'][number];

/** The clause of a line. */
export const clauseOf = (line: DecisionLine): CitedClause => ({
  title: line.clauseTitle,
  source: line.source,
  text: line.sourceText,
  note: line.note,
});

/** Whether a line is met, as a tag. */
export function MetTag({ line }: { readonly line: DecisionLine }): ReactElement {
  const say = useWords();
  const tone = line.met ? 'done' : line.speaks === 'AGAINST' ? 'stop' : 'still';
  return <StatusTag tone={tone} word={say(line.met ? 'sheet.met' : 'sheet.unmet')} />;
}

/**
 * The grounds of a decision in short: criterion, the household's value against the threshold, and the clause, which can
 * be opened.
 */
export function DecisionLines({ lines }: { readonly lines: readonly DecisionLine[] }): ReactElement {
  const spoken = useSpoken();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {lines.map((line) => (
        <Box
          component="li"
          key={`${line.clauseCode}/${line.criterion}`}
          sx={{ py: 1, borderBottom: 1, borderColor: 'divider' }}
        >
          <Box sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
            <Box component="strong" sx={{ flex: 1 }}>
              {spoken(line.criterion, line.criterionEn)}
            </Box>
            <MetTag line={line} />
          </Box>
          <Box sx={{ color: 'text.secondary' }}>
            {line.householdValue} · {line.threshold}
          </Box>
          <ClauseReference clause={clauseOf(line)} />
        </Box>
      ))}
    </Box>
  );
}
