import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { moment } from '../display/dates.ts';
import { PlainTable } from '../display/PlainTable.tsx';
import { useTerm } from '../i18n/use-term.ts';
import { useWords } from '../i18n/use-words.ts';
import { recordAddress } from '../record/record-address.ts';
import type { AuditEntry } from './use-audit-entries.ts';

/** Entries of the audit log: when, who, what, on which record, before and after. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <PlainTable
      caption={say('audit.title')}
      rows={entries}
      keyOf={({ service, id }) => `${service} ${id}`}
      columns={[
        { head: say('audit.at'), cell: ({ at }) => <Nowrap words={moment(at)} /> },
        { head: say('audit.staffName'), cell: ({ staffName }) => <Nowrap words={staffName} /> },
        { head: say('audit.action'), cell: ({ action }) => <Nowrap words={term('auditAction', action)} /> },
        { head: say('audit.record'), cell: (entry) => <RecordName entry={entry} /> },
        { head: say('audit.change'), cell: (entry) => <Change entry={entry} /> },
        { head: say('audit.organization'), cell: ({ organizationPath }) => organizationPath },
        {
          head: say('audit.request'),
          cell: ({ requestId }) => <Box sx={{ minWidth: 120, overflowWrap: 'anywhere' }}>{requestId ?? '—'}</Box>,
        },
      ]}
    />
  );
}

function Nowrap({ words }: { readonly words: string }): ReactElement {
  return <Box sx={{ whiteSpace: 'nowrap' }}>{words}</Box>;
}

/** Where an entry's record has its page: its type as written, in the words of addresses. */
function addressOf(entry: AuditEntry): string | undefined {
  const type = entry.recordType.replaceAll(/([a-z])([A-Z])/g, '$1_$2').toUpperCase();
  if (type === 'STAFF') return `/staff/${entry.recordId}`;
  if (type === 'ORGANIZATION') return `/organizations/${entry.recordId}`;
  return recordAddress(type, entry.recordId);
}

function RecordName({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const term = useTerm();
  const to = addressOf(entry);
  const name = term('recordType', entry.recordType);
  return to === undefined ? <Nowrap words={name} /> : <Link to={to}>{name}</Link>;
}

function Change({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const say = useWords();
  if (entry.before === null && entry.after === null) return <>—</>;
  const shown = (value: unknown): string => (value === null ? '—' : JSON.stringify(value, null, 1));
  return (
    <details>
      <Box component="summary" sx={{ whiteSpace: 'nowrap' }}>
        {say('audit.details')}
      </Box>
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
