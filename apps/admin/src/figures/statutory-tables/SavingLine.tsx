import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import type { ReactElement } from 'react';
import { useWords } from '../../base/i18n/use-words.ts';
import type { FigureSaving } from './use-figure-saving.ts';

/** Above the table: what is being saved, what was saved last, and what is not saved. */
export function SavingLine(props: {
  readonly saving: FigureSaving;
  readonly hint: string | undefined;
  readonly onJump: (key: string) => void;
}): ReactElement {
  const say = useWords();
  const { saving, saved, unsaved, save } = props.saving;
  const [first] = unsaved;
  return (
    <Box sx={{ minHeight: 32, display: 'flex', flexWrap: 'wrap', columnGap: 1, alignItems: 'center', fontSize: 14 }}>
      <Box role="status" sx={{ color: 'text.secondary' }}>
        {saving.size > 0 ? say('statutoryTable.saving', { count: saving.size }) : (props.hint ?? lastSaved())}
      </Box>
      {first === undefined ? null : (
        <>
          <Box sx={{ color: 'var(--stop)' }}>{say('statutoryTable.unsaved', { count: unsaved.length })}</Box>
          <Button size="small" onClick={() => props.onJump(first)}>
            {say('statutoryTable.jump', { cell: first.replace(/\..*/, '') })}
          </Button>
          <Button size="small" loading={saving.size > 0} onClick={() => save(unsaved)}>
            {say('statutoryTable.saveAllAgain')}
          </Button>
        </>
      )}
    </Box>
  );

  function lastSaved(): string {
    if (saved.length === 0) return '';
    return say('statutoryTable.saved', { cells: [...new Set(saved.map((key) => key.replace(/\..*/, '')))].join('、') });
  }
}
