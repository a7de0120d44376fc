import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { HouseholdMark } from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';

/** The marks, in the order of the filter's choices. */
export const householdMarks: readonly HouseholdMark[] = [
  'UNTOUCHED_DRAFT',
  'LET_GO',
  'PAYMENT_RETURNED',
  'PAYEE_CORRECTION_WAITING',
  'SAME_PERSON_SUSPECTED',
  'NAME_DIFFERS_ELSEWHERE',
];

/** Marks shown as notices on the file; the others have their own notices. */
const saidOnFile: ReadonlySet<HouseholdMark> = new Set([
  'UNTOUCHED_DRAFT',
  'LET_GO',
  'PAYMENT_RETURNED',
  'NAME_DIFFERS_ELSEWHERE',
]);

/** A household's marks as shown in a list. */
export function MarkTags({ marks }: { readonly marks: readonly HouseholdMark[] }): ReactElement {
  const say = useWords();
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', gap: 0.5 }}>
      {marks.map((mark) => (
        <StatusTag
          key={mark}
          tone={mark === 'LET_GO' || mark === 'PAYMENT_RETURNED' ? 'stop' : 'wait'}
          word={say(`mark.${mark}`)}
        />
      ))}
    </Box>
  );
}

/** A household's marks as notices on its file: what each means and what to do. */
export function MarkNotices({ marks }: { readonly marks: readonly HouseholdMark[] }): ReactElement {
  const say = useWords();
  return (
    <>
      {marks
        .filter((mark) => saidOnFile.has(mark))
        .map((mark) => (
          <Alert key={mark} severity="warning" sx={{ mb: 2 }}>
            {say(`markMeans.${mark}`)}
          </Alert>
        ))}
    </>
  );
}
