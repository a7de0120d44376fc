import Alert from '@mui/material/Alert';
import { useEffect, useRef, useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import type { Field, Typed } from '../../base/form/field.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useLanguage, useWords, type Say } from '../../base/i18n/use-words.ts';
import { correctRosterRow } from './commands.ts';
import type { ImportedColumn, ImportedRow } from './ImportedRows.tsx';
import { isRosterField, rosterFields } from './roster-field.ts';

/**
 * Corrects one rejected row: its cells as sent, its reasons above; checked again immediately. If it is still wrong, the
 * input stays, with the new reasons and the row as sent.
 */
export function CorrectRow(props: {
  readonly importId: string;
  readonly row: ImportedRow;
  readonly columns: readonly ImportedColumn[];
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(correctRosterRow);
  const { row } = props;
  const sent = cellsByField(row, props.columns);
  const [reasons, setReasons] = useState<Reasons>(row.reasons);
  const send = async (typed: Typed): Promise<boolean> => {
    const values = rosterFields.flatMap((field) => {
      const value = typed[field];
      return value === undefined || value === sent[field] ? [] : [{ field, value }];
    });
    const result = await command.run({ importId: props.importId, sheet: row.sheet, row: row.row, values });
    if (result === undefined || result.rosterRow === null) return false;
    if (result.rosterRow.outcome === 'REJECTED') {
      setReasons([...result.rosterRow.reasons]);
      return false;
    }
    notify(say('roster.corrected', { row: row.row }), { type: 'success' });
    props.onClose();
    return true;
  };
  return (
    <FormDialog
      title={say('roster.correctTitle', { row: row.row })}
      consequence={<WhyRejected reasons={reasons} again={reasons !== row.reasons} />}
      initial={sent}
      command={command}
      fields={props.columns.flatMap((column) => fieldOf(column, reasons, say))}
      onCancel={props.onClose}
      onSend={send}
    />
  );
}

type Reasons = ImportedRow['reasons'];

function WhyRejected(props: { readonly reasons: Reasons; readonly again: boolean }): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const alert = useRef<HTMLDivElement>(null);
  const { reasons, again } = props;
  useEffect(() => {
    if (again) alert.current?.focus();
  }, [again, reasons]);
  return (
    <>
      <Alert severity="error" role="alert" ref={alert} tabIndex={-1}>
        {again ? <strong>{say('roster.stillRejected')}</strong> : null}
        {reasons.map((reason) => (
          <div key={`${reason.code}/${reason.field ?? ''}`}>{reason[language]}</div>
        ))}
      </Alert>
      <p>{say('roster.correctConsequence')}</p>
    </>
  );
}

function cellsByField(row: ImportedRow, columns: readonly ImportedColumn[]): Typed {
  return Object.fromEntries(
    columns.flatMap(({ field, index }) => (isRosterField(field) ? [[field, row.cells[index] ?? '']] : [])),
  );
}

function fieldOf({ field }: ImportedColumn, reasons: Reasons, say: Say): readonly Field[] {
  if (!isRosterField(field)) return [];
  const reason = reasons.find((each) => each.field === field);
  return [{ name: field, label: say(`rosterField.${field}`), optional: true, wrong: reason }];
}
