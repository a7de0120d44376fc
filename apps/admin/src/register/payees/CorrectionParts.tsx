import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import type {
  CorrectionPartsFragment,
  UnmaskPayeeCorrectionMutation,
} from '../../base/graph/generated/operation-types.ts';
import { useWords } from '../../base/i18n/use-words.ts';

/** The corrected parts of a payee, each before and after; all parts if it was confirmed unchanged. */
export function CorrectionParts(props: {
  readonly correction: Pick<CorrectionPartsFragment, 'before' | 'after' | 'changed'>;
  readonly numbers?: UnmaskPayeeCorrectionMutation['unmaskPayeeCorrection']['numbers'] | undefined;
}): ReactElement {
  const say = useWords();
  const { before, after, changed } = props.correction;
  const numbers = props.numbers ?? undefined;
  const parts = [
    { word: say('payee.name'), was: before.name, is: after.name },
    {
      word: say('payee.phone'),
      was: numbers?.phoneBefore ?? before.maskedPhone,
      is: numbers?.phoneAfter ?? after.maskedPhone,
    },
    {
      word: say('payee.bankAccount'),
      was: numbers?.bankAccountBefore ?? before.maskedBankAccount,
      is: numbers?.bankAccountAfter ?? after.maskedBankAccount,
    },
  ];
  const shown = changed && numbers === undefined ? parts.filter(({ was, is }) => was !== is || was === null) : parts;
  return (
    <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
      {shown
        .filter(({ was, is }) => was !== null || is !== null)
        .map(({ word, was, is }) => (
          <li key={word}>
            {word} {was === is ? is : `${was ?? '—'} → ${is ?? '—'}`}
          </li>
        ))}
    </Box>
  );
}
