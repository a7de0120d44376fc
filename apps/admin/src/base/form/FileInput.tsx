import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';
import { ChooseFiles } from './ChooseFiles.tsx';

/** Chooses one file: a button and the file's name in the console's words, not in those of the browser's language. */
export function FileInput(props: {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly file: File | undefined;
  readonly onChoose: (file: File | undefined) => void;
}): ReactElement {
  const say = useWords();
  const { file, onChoose, ...button } = props;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <ChooseFiles {...button} onChoose={([chosen]) => onChoose(chosen)} />
      <Box aria-live="polite" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {file?.name ?? say('form.noFile')}
      </Box>
    </Box>
  );
}
