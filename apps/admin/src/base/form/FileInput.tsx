import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';

/** Chooses one file: a button and the file's name in the console's words, not in those of the browser's language. */
export function FileInput(props: {
  readonly id: string;
  readonly label: string;
  readonly accept: string;
  readonly file: File | undefined;
  readonly onChoose: (file: File | undefined) => void;
}): ReactElement {
  const say = useWords();
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      {/* The input takes the focus, not the label around it: a button must not hold another control. */}
      <Button
        component="label"
        role={undefined}
        tabIndex={-1}
        variant="outlined"
        sx={{ position: 'relative', '&:focus-within': { outline: '2px solid var(--action)', outlineOffset: 1 } }}
      >
        {props.label}
        <input
          id={props.id}
          type="file"
          accept={props.accept}
          style={{ position: 'absolute', width: 1, height: 1, opacity: 0 }}
          onChange={({ target }) => props.onChoose(target.files?.[0])}
        />
      </Button>
      <Box aria-live="polite" sx={{ color: 'text.secondary', overflowWrap: 'anywhere' }}>
        {props.file?.name ?? say('form.noFile')}
      </Box>
    </Box>
  );
}
