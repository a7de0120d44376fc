import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { CaseFileTag } from '../case-files/CaseFileTag.tsx';
import { SubmitCaseFiles } from '../case-files/SubmitCaseFiles.tsx';
import type { CaseFileStatus } from '../../base/graph/generated/operation-types.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { householdFilter } from './household-search.ts';
import { householdColumns } from './household-columns.tsx';
import { householdMarks } from './MarkNotices.tsx';
import { PageTick, RowTick, type Choice } from './SubmitTicks.tsx';

type Row = ItemOf<'households'>;

const statuses: readonly CaseFileStatus[] = [
  'DRAFT',
  'RETURNED',
  'SUBMITTED',
  'COUNTY_REVIEW',
  'POSTED',
  'ACTIVE',
  'SUSPENDED',
  'EXITED',
  'REJECTED',
  'REVOKED',
];

/** The households within reach, what their files lack, and submission of some or all by the clerk. */
export default function HouseholdList(): ReactElement {
  const say = useWords();
  const can = useCan();
  const [chosen, setChosen] = useState<Choice['chosen']>(new Map());
  const submits = can('case-file.submit');
  return (
    <ListPage
      texts="household"
      resource="households"
      searchWords={say('household.search')}
      readSearch={householdFilter}
      filters={[
        {
          name: 'status',
          label: say('household.status'),
          all: say('household.allStatuses'),
          choices: statuses.map((value) => ({ value, word: say(`caseFileStatus.${value}`) })),
        },
        {
          name: 'mark',
          label: say('mark.mark'),
          all: say('mark.all'),
          choices: householdMarks.map((value) => ({ value, word: say(`mark.${value}`) })),
        },
      ]}
      actions={
        <>
          {can('roster.import') ? (
            <Button component={Link} to="/roster-imports">
              {say('household.importRoster')}
            </Button>
          ) : null}
          {can('household.register') ? (
            <Button component={Link} to="/households/register">
              {say('household.register')}
            </Button>
          ) : null}
          {can('household.register') ? (
            <Button variant="text" component={Link} to="/evidence-upload">
              {say('evidenceUpload.title')}
            </Button>
          ) : null}
          {submits ? <SubmitCaseFiles files={[...chosen.values()]} onSubmitted={() => setChosen(new Map())} /> : null}
        </>
      }
      phone={(row) => ({
        name: row.head.name,
        detail: row.unitName,
        mark: row.caseFile === null ? undefined : <CaseFileTag status={row.caseFile.status} />,
      })}
      columns={[
        ...(submits
          ? [
              {
                head: say('display.selectAll'),
                control: <PageTick chosen={chosen} onChoose={setChosen} />,
                cell: (row: Row) => <RowTick row={row} chosen={chosen} onChoose={setChosen} />,
              },
            ]
          : []),
        ...householdColumns(say),
      ]}
    />
  );
}
