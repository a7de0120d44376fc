import LockOutlined from '@mui/icons-material/LockOutlined';
import Box from '@mui/material/Box';
import Checkbox from '@mui/material/Checkbox';
import { useEffect, useRef, type ReactElement } from 'react';
import { amount } from '../display/money.ts';
import type { RowResult } from '../graph/command.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import type { QueueRow, QueueState } from './use-queue.ts';

/**
 * The rows of a queue: tick, name, detail, amount; the current one marked; why one is locked or a decision failed.
 */
export function QueueList<Row extends QueueRow>(props: {
  readonly queue: QueueState<Row>;
  readonly selectable: boolean;
  readonly onPick: (id: string) => void;
}): ReactElement {
  const { queue } = props;
  const list = useRef<HTMLUListElement>(null);
  const currentId = queue.current?.id;
  useEffect(() => {
    list.current?.querySelector('[aria-current="true"]')?.scrollIntoView({ block: 'nearest' });
  }, [currentId]);
  return (
    <Box component="ul" ref={list} sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {queue.rows.map((row) => (
        <QueueLine key={row.id} row={row} {...props} />
      ))}
    </Box>
  );
}

function QueueLine<Row extends QueueRow>(props: {
  readonly row: Row;
  readonly queue: QueueState<Row>;
  readonly selectable: boolean;
  readonly onPick: (id: string) => void;
}): ReactElement {
  const { row, queue } = props;
  const say = useWords();
  const current = queue.current?.id === row.id;
  const button = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    const within = document.activeElement?.closest('[data-queue-row]') !== null;
    if (current && within) button.current?.focus({ preventScroll: true });
  }, [current]);
  useEffect(() => {
    if (current && document.activeElement === document.body) button.current?.focus({ preventScroll: true });
  });
  return (
    <Box
      component="li"
      sx={{
        display: 'flex',
        borderBottom: 1,
        borderColor: 'divider',
        backgroundColor: current || queue.selected.has(row.id) ? 'var(--selected)' : undefined,
        borderLeft: '3px solid',
        borderLeftColor: current ? 'var(--action)' : 'transparent',
      }}
    >
      {props.selectable ? (
        <Checkbox
          checked={queue.selected.has(row.id)}
          disabled={row.locked !== undefined}
          slotProps={{ input: { 'aria-label': say('display.select', { name: row.name }), tabIndex: -1 } }}
          onClick={(event) => queue.toggle(row.id, event.shiftKey)}
          sx={{ alignSelf: 'flex-start', mt: 0.5 }}
        />
      ) : null}
      <Box
        component="button"
        type="button"
        ref={button}
        data-queue-row=""
        tabIndex={current ? 0 : -1}
        aria-current={current ? 'true' : undefined}
        onClick={() => props.onPick(row.id)}
        sx={plainButton}
      >
        <LineWords row={row} refusal={queue.refusals.get(row.id)} />
      </Box>
    </Box>
  );
}

/** The text of a line: name, lock, amount; detail; why a decision was not carried out. */
function LineWords(props: { readonly row: QueueRow; readonly refusal: RowResult | undefined }): ReactElement {
  const { row, refusal } = props;
  const say = useWords();
  const language = useLanguage();
  return (
    <>
      <Box sx={{ display: 'flex', gap: 1 }}>
        <Box component="strong" sx={{ flex: 1, minWidth: 0, overflowWrap: 'anywhere' }}>
          {row.name}
        </Box>
        {row.locked === undefined ? null : (
          <LockOutlined titleAccess={row.locked} sx={{ fontSize: 16, mt: '3px', color: 'text.secondary' }} />
        )}
        {row.amount === undefined ? null : <span>{amount(row.amount)}</span>}
      </Box>
      <Box
        sx={{ ...small, color: 'text.secondary', overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}
      >
        {row.detail}
      </Box>
      {refusal === undefined ? null : (
        <Box sx={{ ...small, color: 'var(--stop)' }}>
          {say('queue.rowRefused', { reason: refusal.problems.map((problem) => problem[language]).join('；') })}
        </Box>
      )}
    </>
  );
}

const small = { fontSize: 12, lineHeight: '18px' } as const;

const plainButton = {
  flex: 1,
  minWidth: 0,
  minHeight: 48,
  p: '6px 8px',
  border: 0,
  background: 'none',
  color: 'inherit',
  font: 'inherit',
  textAlign: 'left',
  cursor: 'pointer',
  // Inside the row: the pane scrolls and would cut a ring around it.
  '&:focus-visible': { outlineOffset: '-2px' },
} as const;
