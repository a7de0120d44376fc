import Alert from '@mui/material/Alert';
import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import type { Field } from '../form/field.ts';
import { FormDialog } from '../form/FormDialog.tsx';
import { useCommand } from '../graph/use-command.ts';
import { useLanguage, useWords } from '../i18n/use-words.ts';
import { correctRosterRow } from './commands.ts';
import type { ImportedColumn, ImportedRow } from './ImportedRows.tsx';
import { isRosterField, rosterFields } from './roster-field.ts';

/** Corrects one rejected row: its cells as they were sent, its reasons above; checked again at once. */
export function CorrectRow(props: {
  readonly importId: string;
  readonly row: ImportedRow;
  readonly columns: readonly ImportedColumn[];
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const language = useLanguage();
  const notify = useNotify();
  const command = useCommand(correctRosterRow);
  const { row } = props;
  const initial: Record<string, string> = {};
  const fields: Field[] = [];
  for (const column of props.columns) {
    if (!isRosterField(column.field)) continue;
    initial[column.field] = row.cells[column.index] ?? '';
    const reason = row.reasons.find((each) => each.field === column.field);
    fields.push({
      name: column.field,
      label: say(`rosterField.${column.field}`),
      optional: true,
      help: reason?.[language],
    });
  }
  return (
    <FormDialog
      title={say('roster.correctTitle', { row: row.row })}
      consequence={
        <>
          <Alert severity="error">
            {row.reasons.map((reason) => (
              <div key={`${reason.code}/${reason.field ?? ''}`}>{reason[language]}</div>
            ))}
          </Alert>
          <p>{say('roster.correctConsequence')}</p>
        </>
      }
      initial={initial}
      command={command}
      fields={fields}
      onCancel={props.onClose}
      onSend={async (typed) => {
        const values = rosterFields.flatMap((field) => {
          const value = typed[field];
          return value === undefined || value === initial[field] ? [] : [{ field, value }];
        });
        const result = await command.run({ importId: props.importId, row: row.row, values });
        if (result === undefined) return false;
        const accepted = result.rosterRow?.outcome !== 'REJECTED';
        notify(say(accepted ? 'roster.corrected' : 'roster.stillRejected', { row: row.row }), {
          type: accepted ? 'success' : 'warning',
        });
        props.onClose();
        return true;
      }}
    />
  );
}
