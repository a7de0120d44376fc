import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { useWords, type Say } from '../../base/i18n/use-words.ts';
import type { RosterImport } from './RosterImportRecord.tsx';

type Notice = RosterImport['notices'][number];

const rowsShown = 12;

/**
 * Accounts that need a second look: shared by households, filled down a column, with a check digit that does not fit.
 */
export function AccountNotices({ roster }: { readonly roster: RosterImport }): ReactElement | null {
  const say = useWords();
  if (roster.notices.length === 0) return null;
  return (
    <Alert severity="warning" component="section" aria-label={say('roster.notices')}>
      <strong>{say('roster.notices')}</strong>
      <Box component="ul" sx={{ m: 0, pl: 2.5 }}>
        {roster.notices.map((notice) => (
          <li key={`${notice.kind}/${notice.rows.map(({ sheet, row }) => `${sheet}.${row}`).join()}`}>
            {say(`rosterNotice.${notice.kind}`, { account: notice.account ?? '', count: notice.count })}
            {rowsInWords(notice, roster, say)}
          </li>
        ))}
      </Box>
    </Alert>
  );
}

function rowsInWords({ rows, count }: Notice, roster: RosterImport, say: Say): string {
  const manySheets = roster.sheets.filter(({ chosen }) => chosen).length > 1;
  const named = rows.slice(0, rowsShown).map(({ sheet, row }) => {
    const name = roster.sheets.find(({ number }) => number === sheet)?.name ?? '';
    return manySheets ? say('roster.rowOfSheet', { sheet: name, row }) : String(row);
  });
  const more = count > named.length ? say('roster.andMore', { count }) : '';
  return say(manySheets ? 'roster.rowsOfSheetsNamed' : 'roster.rowsNamed', {
    rows: named.join(say('display.separator')),
    more,
  });
}
