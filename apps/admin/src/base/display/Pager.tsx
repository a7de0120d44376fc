import ChevronLeft from '@mui/icons-material/ChevronLeft';
import ChevronRight from '@mui/icons-material/ChevronRight';
import Box from '@mui/material/Box';
import IconButton from '@mui/material/IconButton';
import type { ReactElement } from 'react';
import { useWords } from '../i18n/use-words.ts';

/** Which rows of how many are shown, with buttons to other pages. Nothing if all fit on one page. */
export function Pager(props: {
  readonly page: number;
  readonly perPage: number;
  readonly total: number;
  readonly onPage: (page: number) => void;
}): ReactElement | null {
  const say = useWords();
  const { page, perPage, total } = props;
  if (total <= perPage) return null;
  const to = Math.min(page * perPage, total);
  return (
    <Box
      sx={{
        display: 'flex',
        alignItems: 'center',
        justifyContent: 'flex-end',
        gap: 0.5,
        p: 0.5,
        color: 'text.secondary',
      }}
    >
      <span>{say('display.range', { from: (page - 1) * perPage + 1, to, total })}</span>
      <IconButton
        size="small"
        aria-label={say('display.previousPage')}
        disabled={page <= 1}
        onClick={() => props.onPage(page - 1)}
      >
        <ChevronLeft />
      </IconButton>
      <IconButton
        size="small"
        aria-label={say('display.nextPage')}
        disabled={to >= total}
        onClick={() => props.onPage(page + 1)}
      >
        <ChevronRight />
      </IconButton>
    </Box>
  );
}
