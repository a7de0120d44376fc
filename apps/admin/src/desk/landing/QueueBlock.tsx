import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import type { ReactElement, ReactNode } from 'react';
import { Link } from 'react-router-dom';
import { useWords } from '../../base/i18n/use-words.ts';
import type { FirstRow } from './first-rows.ts';

interface Line {
  readonly to: string;
  readonly words: string;
  readonly end: string;
  readonly dueOn?: string | undefined;
  readonly tags?: ReactNode;
}

/** A queue on the landing page: its line, which opens it, and its first records, each of which opens its own page. */
export function QueueBlock(
  props: Line & { readonly overdue: boolean; readonly rows: readonly FirstRow[] },
): ReactElement {
  const { rows, overdue, ...line } = props;
  return (
    <Card component="li" sx={{ minWidth: 0 }}>
      <QueueLine {...line} />
      {rows.length === 0 ? null : (
        <Box component="ol" aria-label={line.words} sx={{ listStyle: 'none', m: 0, p: 0, pb: 0.5 }}>
          {rows.map((row) => (
            <Row key={row.id} row={row} overdue={overdue} />
          ))}
        </Box>
      )}
    </Card>
  );
}

/** The line of a queue: what it holds, and how much. */
export function QueueLine(props: Line): ReactElement {
  const say = useWords();
  return (
    <Box component={Link} to={props.to} sx={{ ...line, minHeight: { xs: 48, sm: 40 } }}>
      <Box sx={{ flex: 1, minWidth: 0 }}>
        <Box component="span" sx={{ color: 'var(--action)', textDecoration: 'underline', fontWeight: 600 }}>
          {props.words}
        </Box>
        {props.dueOn === undefined ? null : (
          <Box component="span" sx={{ color: 'text.secondary' }}>
            {' '}
            {say('landing.dueOn', { on: props.dueOn })}
          </Box>
        )}
        {props.tags}
      </Box>
      <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
        {props.end}
      </Box>
    </Box>
  );
}

function Row({ row, overdue }: { readonly row: FirstRow; readonly overdue: boolean }): ReactElement {
  return (
    <Box component="li" sx={{ borderTop: 1, borderColor: 'divider' }}>
      <Box component={Link} to={row.to} sx={{ ...line, minHeight: { xs: 48, sm: 32 } }}>
        <Box sx={{ flex: 1, minWidth: 0, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
          {row.name}{' '}
          {row.detail === undefined || row.detail === '' ? null : (
            <Box component="span" sx={{ color: 'text.secondary', ml: 1 }}>
              {row.detail}
            </Box>
          )}
        </Box>
        {row.amount === undefined ? null : <Box component="span">{row.amount}</Box>}
        {row.dueOn === undefined ? null : (
          <Box component="span" sx={{ whiteSpace: 'nowrap', color: overdue ? 'var(--stop)' : 'text.secondary' }}>
            {row.dueOn}
          </Box>
        )}
      </Box>
    </Box>
  );
}

const line = {
  display: 'flex',
  gap: 2,
  alignItems: 'center',
  px: 2,
  color: 'text.primary',
  textDecoration: 'none',
  fontVariantNumeric: 'tabular-nums',
  '&:hover': { backgroundColor: 'var(--raised)' },
} as const;
