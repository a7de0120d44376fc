import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Card from '@mui/material/Card';
import Checkbox from '@mui/material/Checkbox';
import FormControlLabel from '@mui/material/FormControlLabel';
import type { ReactElement } from 'react';
import { ProblemSummary } from '../../base/display/ProblemSummary.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { chooseRosterSheets } from './commands.ts';
import type { RosterImport } from './RosterImportRecord.tsx';

/** The sheets of a workbook, ticked to be imported, the unread ones with name and reason, and the hidden rows. */
export function ChooseSheets({ roster }: { readonly roster: RosterImport }): ReactElement | null {
  const say = useWords();
  const command = useCommand(chooseRosterSheets);
  const read = roster.sheets.filter(({ state }) => state === 'READ');
  const unread = roster.sheets.filter(({ state }) => state !== 'READ');
  const hidden = read.reduce((total, sheet) => total + (sheet.chosen ? sheet.rowsHidden : 0), 0);
  if (roster.sheets.length === 1 && hidden === 0) return null;
  const chosen = read.filter((sheet) => sheet.chosen).map(({ number }) => number);
  const choose = (sheets: readonly number[], hiddenRows: boolean): void => {
    void command.run({ importId: roster.id, sheets: [...sheets], hiddenRows });
  };
  return (
    <Card sx={{ p: 2 }} component="section" aria-label={say('roster.sheets')}>
      <Box component="h2" sx={{ fontSize: 16, lineHeight: '24px', mb: 1 }}>
        {say('roster.sheets')}
      </Box>
      <ProblemSummary problems={command.problems} />
      <Box sx={{ display: 'flex', flexDirection: 'column' }}>
        {read.map((sheet) => (
          <FormControlLabel
            key={sheet.number}
            sx={{ ml: 0 }}
            control={
              <Checkbox
                checked={sheet.chosen}
                disabled={command.pending}
                onChange={(_, ticked) => {
                  const others = chosen.filter((number) => number !== sheet.number);
                  choose(ticked ? [...others, sheet.number] : others, roster.takeHidden);
                }}
              />
            }
            label={say(sheet.rowsHidden === 0 ? 'roster.sheetRows' : 'roster.sheetRowsHidden', {
              sheet: sheet.name,
              count: sheet.rowsShown,
              hidden: sheet.rowsHidden,
            })}
          />
        ))}
      </Box>
      {hidden === 0 ? null : (
        <Alert severity="warning" sx={{ mt: 1 }}>
          {say('roster.hiddenRows', { count: hidden })}
          <FormControlLabel
            sx={{ display: 'flex', ml: 0 }}
            control={
              <Checkbox
                checked={roster.takeHidden}
                disabled={command.pending}
                onChange={(_, ticked) => choose(chosen, ticked)}
              />
            }
            label={say('roster.takeHidden')}
          />
        </Alert>
      )}
      {unread.length === 0 ? null : (
        <Box component="ul" sx={{ color: 'text.secondary', m: 0, mt: 1, pl: 2.5 }}>
          {unread.map((sheet) => (
            <li key={sheet.number}>
              {say('roster.sheetUnread', { sheet: sheet.name, why: say(`rosterSheetState.${sheet.state}`) })}
            </li>
          ))}
        </Box>
      )}
    </Card>
  );
}
