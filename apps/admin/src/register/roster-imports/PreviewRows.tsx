import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import { useState, type ReactElement } from 'react';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { ChoiceField } from '../../base/form/ChoiceField.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useLanguage, useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { AccountNotices } from './AccountNotices.tsx';
import { startRosterImport } from './commands.ts';
import { isRosterField } from './roster-field.ts';
import type { RosterImport, RosterSheet } from './RosterImportRecord.tsx';

/**
 * The preview of an import: rows that would be refused, the first rows as read, rows left out, and the start button.
 */
export function PreviewRows(props: { readonly roster: RosterImport; readonly onRename: () => void }): ReactElement {
  const say = useWords();
  const can = useCan();
  const { roster } = props;
  const command = useCommand(startRosterImport, { announce: true });
  const [asking, setAsking] = useState(false);
  const chosen = roster.sheets.filter((sheet) => sheet.chosen);
  const [number, setNumber] = useState<number>();
  const sheet = chosen.find((each) => each.number === number) ?? chosen[0];
  const expected = roster.expectedRejected;
  return (
    <>
      <Card sx={{ p: 2, display: 'flex', gap: 1, flexWrap: 'wrap', alignItems: 'center' }}>
        <Box sx={{ flex: '1 1 240px' }} aria-live="polite">
          {expected === null
            ? say('roster.previewChecking', { total: roster.rowsTotal })
            : say('roster.previewLead', { total: roster.rowsTotal, rejected: expected })}
        </Box>
        {can('roster.import') ? (
          <>
            <Button onClick={props.onRename}>{say('roster.changeColumns')}</Button>
            <Button variant="contained" disabled={roster.rowsTotal === 0} onClick={() => setAsking(true)}>
              {say('roster.start', { count: roster.rowsTotal })}
            </Button>
          </>
        ) : null}
      </Card>
      <ExpectedRefusals roster={roster} />
      <AccountNotices roster={roster} />
      {chosen.length < 2 || sheet === undefined ? null : (
        <ChoiceField
          label={say('roster.sheet')}
          value={String(sheet.number)}
          choices={chosen.map((each) => ({ value: String(each.number), word: each.name }))}
          onChoose={(value) => setNumber(Number(value))}
        />
      )}
      {sheet === undefined ? null : <SheetPreview sheet={sheet} />}
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

/** The rows that would be refused, with their reasons. */
function ExpectedRefusals({ roster }: { readonly roster: RosterImport }): ReactElement | null {
  const say = useWords();
  const language = useLanguage();
  if (roster.refusedRows.length === 0) return null;
  const sheetOf = (number: number): RosterSheet | undefined => roster.sheets.find((sheet) => sheet.number === number);
  const nameAt = (number: number): number | undefined =>
    sheetOf(number)?.columns.find((column) => column.field === 'NAME')?.index;
  const manySheets = roster.sheets.filter(({ chosen }) => chosen).length > 1;
  return (
    <Alert severity="error" icon={false} sx={{ '& .MuiAlert-message': { width: '100%', minWidth: 0 } }}>
      <strong>{say('roster.refusedTitle', { count: roster.refusedRows.length })}</strong>
      <PlainTable
        caption={say('roster.refusedTitle', { count: roster.refusedRows.length })}
        rows={roster.refusedRows}
        keyOf={({ sheet, row }) => `${sheet}/${row}`}
        columns={[
          {
            head: say('roster.row'),
            right: true,
            cell: ({ sheet, row }) =>
              manySheets ? say('roster.rowOfSheet', { sheet: sheetOf(sheet)?.name ?? '', row }) : row,
          },
          { head: say('household.head'), cell: ({ sheet, cells }) => cells[nameAt(sheet) ?? -1] ?? '' },
          {
            head: say('roster.reasons'),
            cell: ({ reasons }) => (
              <Box sx={{ minWidth: 240 }}>
                {reasons.length === 0 ? say('roster.double') : null}
                {reasons.map((reason) => (
                  <div key={`${reason.code}/${reason.field ?? ''}`}>{reason[language]}</div>
                ))}
              </Box>
            ),
          },
        ]}
      />
    </Alert>
  );
}

function SheetPreview({ sheet }: { readonly sheet: RosterSheet }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const columns = sheet.columns.filter((column) => isRosterField(column.field));
  const unnamed = sheet.skippedRows - sheet.skipped.length;
  return (
    <>
      <Card sx={{ p: 2 }}>
        <PlainTable
          caption={say('roster.stepPreview')}
          rows={sheet.preview}
          keyOf={(row) => String(row.row)}
          columns={[
            { head: say('roster.row'), right: true, cell: (row) => row.row },
            ...columns.map((column) => ({
              head: isRosterField(column.field) ? say(`rosterField.${column.field}`) : column.heading,
              cell: (row: RosterSheet['preview'][number]) => row.cells[column.index] ?? '',
            })),
          ]}
        />
      </Card>
      {sheet.skipped.length === 0 ? null : (
        <Card sx={{ p: 2 }}>
          <Box component="h2" sx={{ fontSize: 16, lineHeight: '24px', mb: 1 }}>
            {say('roster.skippedTitle')}
          </Box>
          <PlainTable
            caption={say('roster.skippedTitle')}
            rows={sheet.skipped}
            keyOf={(row) => String(row.row)}
            columns={[
              { head: say('roster.row'), right: true, cell: (row) => row.row },
              { head: say('roster.skippedWhy'), cell: (row) => spoken(row.why, row.whyEn) },
              { head: say('roster.skippedText'), cell: (row) => row.text },
            ]}
          />
          {unnamed <= 0 ? null : <p style={{ marginBottom: 0 }}>{say('roster.skippedMore', { count: unnamed })}</p>}
        </Card>
      )}
    </>
  );
}
