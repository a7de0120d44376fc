import Alert from '@mui/material/Alert';
import type { ReactElement } from 'react';
import type { Problem } from '../../base/graph/command.ts';
import { useLanguage } from '../../base/i18n/use-words.ts';

/** Why a search by identity number gives no answer: the limit was reached. */
export function SearchRefusal({
  problems,
}: {
  readonly problems: readonly Problem[] | undefined;
}): ReactElement | null {
  const language = useLanguage();
  const [first] = problems ?? [];
  return first === undefined ? null : (
    <Alert severity="warning" sx={{ my: 1 }}>
      {first[language]}
    </Alert>
  );
}
