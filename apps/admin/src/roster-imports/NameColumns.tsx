import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactElement } from 'react';
import { PlainTable } from '../display/PlainTable.tsx';
import { ProblemSummary } from '../display/ProblemSummary.tsx';
import { useCommand } from '../graph/use-command.ts';
import { useWords } from '../i18n/use-words.ts';
import { mapRosterColumns } from './commands.ts';
import { fieldsWanted, isRosterField, rosterFields, type RosterField } from './roster-field.ts';
import type { RosterImport } from './RosterImportRecord.tsx';

/** Which column holds what: what the system recognised, to be corrected. */
export function NameColumns(props: { readonly roster: RosterImport; readonly onNamed: () => void }): ReactElement {
  const say = useWords();
  const { roster } = props;
  const command = useCommand(mapRosterColumns);
  const [changed, setChanged] = useState<Readonly<Record<number, string>>>({});
  const fieldOf = (index: number): string =>
    changed[index] ?? roster.columns.find((column) => column.index === index)?.field ?? '';
  const wanted = fieldsWanted(roster.columns.map(({ index }) => ({ field: fieldOf(index) })));
  const save = async (): Promise<void> => {
    const result = await command.run({
      importId: roster.id,
      columns: roster.columns.map(({ index }) => {
        const field = fieldOf(index);
        return { index, field: isRosterField(field) ? field : null };
      }),
    });
    if (result !== undefined) props.onNamed();
  };
  return (
    <Card sx={{ p: 2 }}>
      <ProblemSummary problems={command.problems} />
      <p style={{ marginTop: 0 }}>
        {say('roster.columnsLead', { sheet: roster.sheetName ?? '', row: roster.headerRow ?? 1 })}
      </p>
      {wanted.length === 0 ? null : (
        <Alert severity="warning" sx={{ mb: 2 }}>
          {say('roster.wanted', {
            fields: wanted.map((field) => say(`rosterField.${field}`)).join(say('display.separator')),
          })}
        </Alert>
      )}
      <PlainTable
        caption={say('roster.stepColumns')}
        rows={roster.columns}
        keyOf={(column) => String(column.index)}
        columns={[
          { head: say('roster.heading'), cell: (column) => column.heading },
          { head: say('roster.sample'), cell: (column) => samples(roster, column.index) },
          {
            head: say('roster.meaning'),
            cell: (column) => (
              <TextField
                select
                value={fieldOf(column.index)}
                sx={{ minWidth: 180, m: 0 }}
                slotProps={{
                  select: {
                    displayEmpty: true,
                    SelectDisplayProps: { 'aria-label': `${column.heading} ${say('roster.meaning')}` },
                  },
                }}
                onChange={(event) => setChanged({ ...changed, [column.index]: event.target.value })}
              >
                <MenuItem value="">{say('roster.ignore')}</MenuItem>
                {rosterFields.map((field: RosterField) => (
                  <MenuItem key={field} value={field}>
                    {say(`rosterField.${field}`)}
                  </MenuItem>
                ))}
              </TextField>
            ),
          },
        ]}
      />
      <Box sx={{ mt: 2 }}>
        <Button variant="contained" loading={command.pending} onClick={() => void save()}>
          {say('roster.saveColumns')}
        </Button>
      </Box>
    </Card>
  );
}

function samples(roster: RosterImport, index: number): string {
  return roster.preview
    .slice(0, 3)
    .map((row) => row.cells[index] ?? '')
    .filter((cell) => cell !== '')
    .join(' / ');
}
