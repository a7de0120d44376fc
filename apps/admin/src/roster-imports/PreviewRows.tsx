import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useState, type ReactElement } from 'react';
import { ConfirmDialog } from '../display/ConfirmDialog.tsx';
import { PlainTable } from '../display/PlainTable.tsx';
import { useCommand } from '../graph/use-command.ts';
import { useSpoken, useWords } from '../i18n/use-words.ts';
import { startRosterImport } from './commands.ts';
import { isRosterField } from './roster-field.ts';
import type { RosterImport } from './RosterImportRecord.tsx';

/** The first rows as they were read, the rows left out and why, and the start of the import. */
export function PreviewRows(props: { readonly roster: RosterImport; readonly onRename: () => void }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const { roster } = props;
  const command = useCommand(startRosterImport, { announce: true });
  const [asking, setAsking] = useState(false);
  const columns = roster.columns.filter((column) => isRosterField(column.field));
  return (
    <>
      <Card sx={{ p: 2 }}>
        <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center', mb: 1 }}>
          <Box sx={{ flex: 1 }}>{say('roster.previewLead', { total: roster.rowsTotal })}</Box>
          <Button onClick={props.onRename}>{say('roster.changeColumns')}</Button>
          <Button variant="contained" onClick={() => setAsking(true)}>
            {say('roster.start', { count: roster.rowsTotal })}
          </Button>
        </Box>
        <PlainTable
          caption={say('roster.stepPreview')}
          rows={roster.preview}
          keyOf={(row) => String(row.row)}
          columns={[
            { head: say('roster.row'), right: true, cell: (row) => row.row },
            ...columns.map((column) => ({
              head: isRosterField(column.field) ? say(`rosterField.${column.field}`) : column.heading,
              cell: (row: RosterImport['preview'][number]) => row.cells[column.index] ?? '',
            })),
          ]}
        />
      </Card>
      {roster.skipped.length === 0 ? null : (
        <Card sx={{ p: 2 }}>
          <Box component="h2" sx={{ fontSize: 16, lineHeight: '24px', mb: 1 }}>
            {say('roster.skippedTitle')}
          </Box>
          <PlainTable
            caption={say('roster.skippedTitle')}
            rows={roster.skipped}
            keyOf={(row) => String(row.row)}
            columns={[
              { head: say('roster.row'), right: true, cell: (row) => row.row },
              { head: say('roster.skippedWhy'), cell: (row) => spoken(row.why, row.whyEn) },
              { head: say('roster.skippedText'), cell: (row) => row.text },
            ]}
          />
        </Card>
      )}
      <ConfirmDialog
        open={asking}
        title={say('roster.start', { count: roster.rowsTotal })}
        consequence={say('roster.startConsequence')}
        pending={command.pending}
        onCancel={() => setAsking(false)}
        onConfirm={() => void command.run({ importId: roster.id }).then(() => setAsking(false))}
      />
    </>
  );
}
