import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { submitTable } from './commands.ts';
import type { Table } from './statutory-table.ts';

/** Submits the table after showing what that locks and what still needs an explanation. */
export function SubmitTable({ table, onClose }: { readonly table: Table; readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const notify = useNotify();
  const command = useCommand(submitTable);
  const toExplain = table.checks.filter((check) => !check.ok && check.severity === 'WARNING').length;
  return (
    <FormDialog
      title={say('statutoryTable.submit')}
      consequence={
        <>
          {say('statutoryTable.submitConsequence', { name: table.organizationName })}
          {toExplain === 0 ? null : <div>{say('statutoryTable.submitWarns', { count: toExplain })}</div>}
        </>
      }
      draft={`submit-table-${table.form.code}-${table.organizationId}`}
      fields={[{ name: 'remarks', label: say('statutoryTable.remarks'), kind: 'long', optional: toExplain === 0 }]}
      command={command}
      onCancel={onClose}
      onSend={async ({ remarks = '' }) => {
        const { organizationId, campaignId } = table;
        const result = await command.run({
          form: table.form.code,
          organizationId,
          campaignId,
          remarks: remarks.trim() === '' ? null : remarks.trim(),
        });
        if (result === undefined) return false;
        notify(say('statutoryTable.submitted', { title: spoken(table.form.title, table.form.titleEn) }), {
          type: 'success',
        });
        onClose();
        return true;
      }}
    />
  );
}
