import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { emptyCells, keepTyped } from './cell-draft.ts';
import type { Table } from './statutory-table.ts';

/** Fills what nobody has filled with 0, after a question that tells how many cells that are. */
export function RestIsZero(props: {
  readonly table: Table;
  readonly onSave: (keys: readonly string[]) => void;
}): ReactElement | null {
  const say = useWords();
  const [asking, setAsking] = useState(false);
  const empty = emptyCells(props.table);
  const fill = (): void => {
    for (const { key } of empty) keepTyped(props.table, key, { text: '0', reason: '' });
    props.onSave(empty.map(({ key }) => key));
    setAsking(false);
  };
  if (empty.length === 0) return null;
  return (
    <>
      <Button onClick={() => setAsking(true)}>{say('statutoryTable.restZero')}</Button>
      <ConfirmDialog
        open={asking}
        title={say('statutoryTable.restZeroTitle', { count: empty.length })}
        consequence={
          <>
            <p>{say('statutoryTable.restZeroConsequence', { count: empty.length })}</p>
            <p>
              {empty
                .map(({ key }) => key.replace(/\..*/, ''))
                .filter(unlikeBefore)
                .join('、')}
            </p>
          </>
        }
        pending={false}
        onCancel={() => setAsking(false)}
        onConfirm={fill}
      />
    </>
  );
}

function unlikeBefore(code: string, at: number, codes: readonly string[]): boolean {
  return codes[at - 1] !== code;
}
