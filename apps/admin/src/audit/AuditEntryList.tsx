import Box from '@mui/material/Box';
import TextField from '@mui/material/TextField';
import { useState, type ReactElement } from 'react';
import { DataTable, useListContext } from 'react-admin';
import { Link } from 'react-router-dom';
import { moment } from '../display/dates.ts';
import { EmptyState } from '../display/EmptyState.tsx';
import type { ItemOf } from '../graph/resources.ts';
import { useTerm } from '../i18n/use-term.ts';
import { useWords } from '../i18n/use-words.ts';
import { FilterSelect } from '../list/FilterSelect.tsx';
import { ListPage } from '../list/ListPage.tsx';
import { recordAddress } from '../record/record-address.ts';

type Row = ItemOf<'audit-entries'>;

const actions = [
  'session.sign-in',
  'session.end',
  'session.end-others',
  'organization.register',
  'staff.enrol',
  'staff.change-roles',
  'staff.deactivate',
  'staff.lock',
  'staff.unlock',
  'staff.change-password',
  'staff.reset-password',
  'staff.confirm-second-factor',
  'staff.remove-second-factor',
  'staff.renew-recovery-codes',
  'staff.use-recovery-code',
  'staff.link-outside',
  'delegation.make',
  'delegation.end',
] as const;
const recordTypes = ['Session', 'Organization', 'Staff', 'Delegation'] as const;

/** Who did what to which record: filtered by person, action and record. */
export default function AuditEntryList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <ListPage<Row>
      resource="audit-entries"
      title={say('audit.title')}
      lead={say('audit.lead')}
      filters={
        <>
          <FilterText name="staffName" label={say('audit.staffName')} />
          <FilterSelect
            name="action"
            label={say('audit.action')}
            all={say('audit.allActions')}
            choices={actions.map((value) => ({ value, word: term('auditAction', value) }))}
          />
          <FilterSelect
            name="recordType"
            label={say('audit.recordType')}
            all={say('audit.allTypes')}
            choices={recordTypes.map((value) => ({ value, word: term('recordType', value) }))}
          />
          <FilterText name="recordId" label={say('audit.recordId')} />
        </>
      }
      empty={<EmptyState title={say('audit.emptyTitle')} why={say('audit.emptyWhy')} />}
      phone={(entry) => ({
        to: addressOf(entry) ?? '/audit-entries',
        name: `${entry.staffName} ${term('auditAction', entry.action)}`,
        detail: `${moment(entry.at)} · ${term('recordType', entry.recordType)}`,
      })}
    >
      <DataTable.Col label={say('audit.at')} render={(entry: Row) => moment(entry.at)} />
      <DataTable.Col label={say('audit.staffName')} render={(entry: Row) => entry.staffName} />
      <DataTable.Col label={say('audit.action')} render={(entry: Row) => term('auditAction', entry.action)} />
      <DataTable.Col label={say('audit.record')} render={(entry: Row) => <RecordName entry={entry} />} />
      <DataTable.Col label={say('audit.change')} render={(entry: Row) => <Change entry={entry} />} />
      <DataTable.Col label={say('audit.request')} render={(entry: Row) => entry.requestId ?? '—'} />
    </ListPage>
  );
}

/** Where an entry's record has its page: its type as written, in the words of addresses. */
function addressOf(entry: Row): string | undefined {
  const type = entry.recordType.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  if (type === 'STAFF') return `/staff/${entry.recordId}`;
  if (type === 'ORGANIZATION') return `/organizations/${entry.recordId}`;
  return recordAddress(type, entry.recordId);
}

function RecordName({ entry }: { readonly entry: Row }): ReactElement {
  const term = useTerm();
  const to = addressOf(entry);
  const name = term('recordType', entry.recordType);
  return to === undefined ? <>{name}</> : <Link to={to}>{name}</Link>;
}

function Change({ entry }: { readonly entry: Row }): ReactElement {
  const say = useWords();
  if (entry.before === null && entry.after === null) return <>—</>;
  const shown = (value: unknown): string => (value === null ? '—' : JSON.stringify(value, null, 1));
  return (
    <details>
      <summary>{say('audit.details')}</summary>
      <Box
        component="pre"
        sx={{ m: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere', maxWidth: 480, fontFamily: 'inherit' }}
      >
        {say('audit.before')} {shown(entry.before)}
        {'\n'}
        {say('audit.after')} {shown(entry.after)}
      </Box>
    </details>
  );
}

function FilterText({ name, label }: { readonly name: string; readonly label: string }): ReactElement {
  const { filterValues, setFilters } = useListContext();
  const [typed, setTyped] = useState(String(filterValues?.[name] ?? ''));
  return (
    <TextField
      type="search"
      label={label}
      value={typed}
      sx={{ width: { xs: '100%', sm: 180 } }}
      onChange={(event) => {
        setTyped(event.target.value);
        setFilters({ ...filterValues, [name]: event.target.value.trim() }, undefined, true);
      }}
    />
  );
}
