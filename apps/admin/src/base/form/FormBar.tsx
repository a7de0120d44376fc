import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement, ReactNode } from 'react';
import { moment } from '../display/dates.ts';
import { useWords } from '../i18n/use-words.ts';

/** The foot of a form on a page: when its draft was kept, what else can be done, and last, as in dialogs, sending it. */
export function FormBar(props: {
  readonly keptAt: string | undefined;
  readonly discardWords: string;
  readonly onDiscard: () => void;
  readonly sendWords: string;
  readonly pending: boolean;
  /** Further buttons: the way back. */
  readonly children?: ReactNode;
}): ReactElement {
  const say = useWords();
  const { keptAt } = props;
  return (
    <Box sx={{ display: 'flex', gap: 1, alignItems: 'center', flexWrap: 'wrap' }}>
      <Box aria-live="polite" sx={{ flex: 1, color: 'text.secondary' }}>
        {keptAt === undefined ? null : say('form.kept', { time: moment(keptAt).slice(11) })}
      </Box>
      {keptAt === undefined ? null : <Button onClick={props.onDiscard}>{props.discardWords}</Button>}
      {props.children}
      <Button type="submit" variant="contained" loading={props.pending}>
        {props.sendWords}
      </Button>
    </Box>
  );
}
