import Box from '@mui/material/Box';
import { useEffect, useId, useRef, type ReactElement } from 'react';
import { useKept } from '../../base/draft/use-kept.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { remarkName } from './cell-draft.ts';
import type { Figure } from './statutory-table.ts';

/** What the superior's officer says of a cell; it is kept in its cell until the table is returned with it. */
export function CellRemark(props: {
  readonly submissionId: string;
  readonly figure: Figure;
  readonly name: string;
  /** Whether it is being written now. */
  readonly writing: boolean;
  readonly onDone: (by: 'ENTER' | 'ESCAPE') => void;
}): ReactElement | null {
  const { figure, writing } = props;
  const say = useWords();
  const id = useId();
  const field = useRef<HTMLTextAreaElement>(null);
  const { kept: text = '', keep, drop } = useKept<string>(remarkName(props.submissionId, figure.key));
  useEffect(() => {
    if (writing) field.current?.focus();
  }, [writing]);
  if (!writing && text === '') return null;
  return (
    <Box className="note">
      <label htmlFor={id}>{say('statutoryTable.cellRemark', { name: props.name })}</label>
      <textarea
        ref={field}
        id={id}
        rows={2}
        value={text}
        onChange={(event) => (event.target.value === '' ? drop() : keep(event.target.value))}
        onKeyDown={(event) => {
          if (event.nativeEvent.isComposing) return;
          const isEnter = event.key === 'Enter' && !event.altKey && !event.shiftKey;
          if (!isEnter && event.key !== 'Escape') return;
          event.preventDefault();
          event.stopPropagation();
          if (!isEnter) drop();
          props.onDone(isEnter ? 'ENTER' : 'ESCAPE');
        }}
      />
    </Box>
  );
}
