import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Checkbox from '@mui/material/Checkbox';
import { useState, type ReactElement } from 'react';
import { DataTable, useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../auth/use-staff.ts';
import { CaseFileTag } from '../case-files/CaseFileTag.tsx';
import { SubmitCaseFiles } from '../case-files/SubmitCaseFiles.tsx';
import { EmptyState } from '../display/EmptyState.tsx';
import { MaskedIdentity } from '../display/Figure.tsx';
import { amount } from '../display/money.ts';
import type { CaseFileStatus } from '../graph/generated/operation-types.ts';
import type { ItemOf } from '../graph/resources.ts';
import { useWords } from '../i18n/use-words.ts';
import { FilterSelect } from '../list/FilterSelect.tsx';
import { ListPage } from '../list/ListPage.tsx';

type Row = ItemOf<'households'>;

const statuses: readonly CaseFileStatus[] = [
  'DRAFT',
  'RETURNED',
  'SUBMITTED',
  'COUNTY_REVIEW',
  'POSTED',
  'ACTIVE',
  'EXITED',
  'REJECTED',
  'REVOKED',
];

const isSubmittable = (row: Row): boolean => row.caseFile?.status === 'DRAFT' || row.caseFile?.status === 'RETURNED';

/** The households within reach, what their files lack, and the clerk's submitting of some or all of them. */
export default function HouseholdList(): ReactElement {
  const say = useWords();
  const can = useCan();
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const submits = can('case-file.submit');
  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <ListPage<Row>
      resource="households"
      title={say('household.title')}
      lead={say('household.lead')}
      searchWords={say('household.search')}
      filters={<StatusFilter />}
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
          {submits ? <SubmitCaseFiles ids={[...chosen]} onSubmitted={() => setChosen(new Set())} /> : null}
        </>
      }
      empty={<NothingYet />}
      phone={(row) => ({
        to: `/households/${row.id}`,
        name: row.head.name,
        detail: row.unitName,
        mark: row.caseFile === null ? undefined : <CaseFileTag status={row.caseFile.status} />,
      })}
    >
      {submits ? (
        <DataTable.Col
          source="caseFile.id"
          label={<PageTick chosen={chosen} onChoose={setChosen} />}
          disableSort
          render={(row: Row) => (
            <Checkbox
              checked={row.caseFile !== null && chosen.has(row.caseFile.id)}
              disabled={!isSubmittable(row)}
              slotProps={{ input: { 'aria-label': say('display.select', { name: row.head.name }) } }}
              onChange={() => row.caseFile !== null && toggle(row.caseFile.id)}
            />
          )}
          sx={{ width: 40, p: 0.5 }}
        />
      ) : null}
      <DataTable.Col
        source="head.name"
        label={say('household.head')}
        disableSort
        render={(row: Row) => (
          <Box sx={{ minWidth: 72 }}>
            <Link to={`/households/${row.id}`}>{row.head.name}</Link>
          </Box>
        )}
      />
      <DataTable.Col
        source="head.maskedIdentityNumber"
        label={say('household.identity')}
        disableSort
        render={(row: Row) => <MaskedIdentity value={row.head.maskedIdentityNumber} />}
      />
      <DataTable.Col
        source="unitName"
        label={say('household.unit')}
        disableSort
        render={(row: Row) => <Box sx={{ minWidth: 96 }}>{row.unitName}</Box>}
      />
      <DataTable.Col source="size" label={say('household.size')} disableSort align="right" />
      <DataTable.Col
        source="monthlyIncomePerCapita"
        label={say('household.income')}
        disableSort
        align="right"
        render={(row: Row) => amount(row.monthlyIncomePerCapita)}
      />
      <DataTable.Col
        source="causes"
        label={say('household.causes')}
        disableSort
        render={(row: Row) => (
          <OneLine text={row.causes.map((cause) => say(`hardshipCause.${cause}`)).join(say('display.separator'))} />
        )}
      />
      <DataTable.Col
        source="caseFile.number"
        label={say('household.file')}
        disableSort
        render={(row: Row) => (
          <Box component="span" sx={{ whiteSpace: 'nowrap' }}>
            {row.caseFile?.number ?? '—'}
          </Box>
        )}
      />
      <DataTable.Col
        source="caseFile.status"
        label={say('household.fileStatus')}
        disableSort
        render={(row: Row) => (row.caseFile === null ? '—' : <CaseFileTag status={row.caseFile.status} />)}
      />
      <DataTable.Col
        source="caseFile.evidenceMissing"
        label={say('household.lacks')}
        disableSort
        render={(row: Row) => <OneLine text={row.caseFile?.evidenceMissing.join(say('display.separator')) || '—'} />}
      />
    </ListPage>
  );
}

function StatusFilter(): ReactElement {
  const say = useWords();
  return (
    <FilterSelect
      name="status"
      label={say('household.status')}
      all={say('household.allStatuses')}
      choices={statuses.map((value) => ({ value, word: say(`caseFileStatus.${value}`) }))}
    />
  );
}

/** Ticks every row of the page that can be submitted. */
function PageTick(props: {
  readonly chosen: ReadonlySet<string>;
  readonly onChoose: (ids: ReadonlySet<string>) => void;
}): ReactElement {
  const say = useWords();
  const { data } = useListContext<Row>();
  const ids = (data ?? []).filter(isSubmittable).flatMap((row) => (row.caseFile === null ? [] : [row.caseFile.id]));
  const all = ids.length > 0 && ids.every((id) => props.chosen.has(id));
  return (
    <Checkbox
      checked={all}
      indeterminate={!all && props.chosen.size > 0}
      disabled={ids.length === 0}
      slotProps={{ input: { 'aria-label': say('display.selectAll') } }}
      onChange={() => props.onChoose(all ? new Set() : new Set(ids))}
    />
  );
}

function NothingYet(): ReactElement {
  const say = useWords();
  const can = useCan();
  return (
    <EmptyState
      title={say('household.emptyTitle')}
      why={say('household.emptyWhy')}
      action={
        can('roster.import') ? (
          <Button variant="contained" component={Link} to="/roster-imports">
            {say('household.importRoster')}
          </Button>
        ) : undefined
      }
    />
  );
}

/** A text kept on one line; all of it on pointing at it. */
function OneLine({ text }: { readonly text: string }): ReactElement {
  return (
    <Box title={text} sx={{ maxWidth: 168, overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }}>
      {text}
    </Box>
  );
}
