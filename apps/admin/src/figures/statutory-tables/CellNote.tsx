import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement, Ref } from 'react';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import type { CellDraft } from './cell-draft.ts';

/** Below a cell's text: why it is not saved, and the reason of an adjustment. */
export function CellNote(props: {
  readonly id: string;
  readonly typed: CellDraft;
  readonly asksReason: boolean;
  readonly saving: boolean;
  readonly reason: Ref<HTMLTextAreaElement>;
  readonly onReason: (words: string) => void;
  readonly onSave: () => void;
  readonly onRetry: () => void;
  readonly onRestore: () => void;
}): ReactElement {
  const { id, typed } = props;
  const { trouble } = typed;
  const say = useWords();
  const language = useLanguage();
  return (
    <Box className="note">
      <div id={id} role={trouble === undefined ? undefined : 'alert'} className="trouble">
        {trouble?.kind === 'REFUSED' ? trouble.problem[language] : null}
        {trouble?.kind === 'UNREACHED' ? (trouble.words ?? say('statutoryTable.unreached')) : null}
        {trouble === undefined && props.asksReason ? say('statutoryTable.adjustHelp') : null}
      </div>
      {props.asksReason ? <label htmlFor={`${id}-reason`}>{say('statutoryTable.adjustReason')}</label> : null}
      {props.asksReason ? (
        <textarea
          ref={props.reason}
          rows={2}
          id={`${id}-reason`}
          value={typed.reason}
          onChange={(event) => props.onReason(event.target.value)}
          onKeyDown={(event) => {
            if (event.nativeEvent.isComposing) return;
            if (event.key === 'Enter' && !event.altKey && !event.shiftKey) {
              event.preventDefault();
              event.stopPropagation();
              props.onSave();
            }
            if (event.key === 'Escape') {
              event.preventDefault();
              event.stopPropagation();
              props.onRestore();
            }
          }}
        />
      ) : null}
      {trouble === undefined ? null : (
        <Box sx={{ display: 'flex', flexWrap: 'wrap', gap: 0.5 }}>
          {trouble.kind === 'UNREACHED' ? (
            <Button size="small" loading={props.saving} onClick={props.onRetry}>
              {say('statutoryTable.saveAgain')}
            </Button>
          ) : null}
          <Button size="small" onClick={props.onRestore}>
            {say('statutoryTable.restore')}
          </Button>
        </Box>
      )}
    </Box>
  );
}
