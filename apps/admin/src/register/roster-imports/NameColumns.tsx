import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import MenuItem from '@mui/material/MenuItem';
import TextField from '@mui/material/TextField';
import { useState, type ReactElement } from 'react';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { mapRosterColumns } from './commands.ts';
import { fieldsWanted, isRosterField, rosterFields, type RosterField } from './roster-field.ts';
import type { RosterImport, RosterSheet } from './RosterImportRecord.tsx';

type Column = RosterSheet['columns'][number];

/**
 * The columns of sheets with the same headings: which fields are known, guessed or asked about, to be corrected and
 * confirmed.
 */
export function NameColumns(props: {
  readonly roster: RosterImport;
  readonly sheets: readonly [RosterSheet, ...RosterSheet[]];
  readonly onNamed: () => void;
}): ReactElement {
  const say = useWords();
  const { roster, sheets } = props;
  const [sheet] = sheets;
  const command = useCommand(mapRosterColumns);
  const [changed, setChanged] = useState<Readonly<Record<number, string>>>({});
  const [size, setSize] = useState(roster.householdSize === null ? '' : String(roster.householdSize));
  const fieldOf = (column: Column): string => changed[column.index] ?? column.field ?? '';
  const chosen = sheet.columns.map((column) => ({ field: fieldOf(column) }));
  const hasSize = chosen.some(({ field }) => field === 'HOUSEHOLD_SIZE');
  const wanted = [...fieldsWanted(chosen), ...(hasSize || size !== '' ? [] : (['HOUSEHOLD_SIZE'] as const))];
  const save = async (): Promise<void> => {
    const result = await command.run({
      importId: roster.id,
      sheet: sheet.number,
      columns: sheet.columns.map((column) => {
        const field = fieldOf(column);
        return { index: column.index, field: isRosterField(field) ? field : null };
      }),
      ...(!hasSize && /^\d+$/.test(size) && { householdSize: Number(size) }),
    });
    if (result !== undefined) props.onNamed();
  };
  return (
    <Card sx={{ p: 2 }}>
      <ProblemSummary problems={command.problems} />
      <p style={{ marginTop: 0 }}>
        {say('roster.columnsLead', {
          sheet: sheets.map(({ name }) => name).join(say('display.separator')),
          row: sheet.headerRow ?? 1,
        })}
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
        rows={sheet.columns}
        keyOf={(column) => String(column.index)}
        columns={[
          { head: say('roster.heading'), cell: (column) => <Heading column={column} /> },
          { head: say('roster.sample'), cell: (column) => samples(sheet, column.index) },
          {
            head: say('roster.meaning'),
            cell: (column) => (
              <Meaning
                column={column}
                value={fieldOf(column)}
                onChoose={(field) => setChanged({ ...changed, [column.index]: field })}
              />
            ),
          },
        ]}
      />
      {hasSize ? null : (
        <TextField
          sx={{ mt: 2, width: { xs: '100%', sm: 320 } }}
          label={say('roster.householdSize')}
          helperText={say('roster.householdSizeHelp')}
          value={size}
          slotProps={{ htmlInput: { inputMode: 'numeric' }, inputLabel: { shrink: true } }}
          onChange={(event) => setSize(event.target.value.trim())}
        />
      )}
      <Box sx={{ mt: 2 }}>
        <Button variant="contained" loading={command.pending} onClick={() => void save()}>
          {say('roster.saveColumns')}
        </Button>
      </Box>
    </Card>
  );
}

/** A heading with the question about it. */
function Heading({ column }: { readonly column: Column }): ReactElement {
  const say = useWords();
  return (
    <Box sx={{ display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
      {column.heading}
      {column.guessed ? <StatusTag tone="wait" word={say('roster.guessed')} /> : null}
      {column.doubled === null ? null : <StatusTag tone="wait" word={say('roster.doubled')} />}
      {column.hidden ? <StatusTag tone="still" word={say('roster.hiddenColumn')} /> : null}
    </Box>
  );
}

function Meaning(props: {
  readonly column: Column;
  readonly value: string;
  readonly onChoose: (field: string) => void;
}): ReactElement {
  const say = useWords();
  return (
    <TextField
      select
      value={props.value}
      sx={{ minWidth: 180, m: 0 }}
      slotProps={{
        select: {
          displayEmpty: true,
          SelectDisplayProps: { 'aria-label': `${props.column.heading} ${say('roster.meaning')}` },
        },
      }}
      onChange={(event) => props.onChoose(event.target.value)}
    >
      <MenuItem value="">{say('roster.ignore')}</MenuItem>
      {rosterFields.map((field: RosterField) => (
        <MenuItem key={field} value={field}>
          {say(`rosterField.${field}`)}
        </MenuItem>
      ))}
    </TextField>
  );
}

function samples(sheet: RosterSheet, index: number): string {
  return sheet.preview
    .slice(0, 3)
    .map((row) => row.cells[index] ?? '')
    .filter((cell) => cell !== '')
    .join(' / ');
}
