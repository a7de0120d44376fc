import type { ReactElement } from 'react';
import { moment } from '../../base/display/dates.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { ChooseRoster } from './ChooseRoster.tsx';
import { PutAway } from './PutAway.tsx';
import { RosterTag } from './RosterTag.tsx';

/** The uploaded rosters, each with a link, and the field to upload another. */
export default function RosterImportList(): ReactElement {
  const say = useWords();
  return (
    <ListPage
      texts="roster"
      resource="roster-imports"
      beside={<ChooseRoster />}
      filters={[
        {
          name: 'place',
          label: say('roster.place'),
          all: say('roster.listed'),
          choices: [{ value: 'PUT_AWAY', word: say('roster.putAwayOnes') }],
        },
      ]}
      phone={(row) => ({
        name: row.fileName,
        detail: moment(row.uploadedAt),
        mark: <RosterTag status={row.status} />,
      })}
      columns={[
        { head: say('roster.file'), cell: (row) => row.fileName, link: true },
        { head: say('roster.status'), cell: (row) => <RosterTag status={row.status} /> },
        { head: say('roster.rows'), right: true, cell: (row) => row.rowsTotal },
        { head: say('roster.accepted'), right: true, cell: (row) => row.accepted },
        { head: say('roster.rejected'), right: true, cell: (row) => row.rejected },
        { head: say('roster.differing'), right: true, cell: (row) => row.differing },
        { head: say('roster.alreadyPresent'), right: true, cell: (row) => row.alreadyPresent },
        { head: say('roster.uploadedBy'), cell: (row) => row.uploadedBy },
        { head: say('roster.uploadedAt'), cell: (row) => moment(row.uploadedAt) },
        { head: say('roster.putAway'), cell: (row) => <PutAway roster={row} /> },
      ]}
    />
  );
}
