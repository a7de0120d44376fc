import Box from '@mui/material/Box';
import useMediaQuery from '@mui/material/useMediaQuery';
import type { ReactElement } from 'react';
import { useGetList } from 'react-admin';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { recordAddress } from '../../base/record/record-address.ts';
import { changeInWords } from './change-in-words.ts';
import type { AuditEntry } from './use-audit-entries.ts';
import { useChangeWords } from './use-change-words.ts';
import { phoneWidth } from '../../base/theme/tokens.ts';

/** Entries of the audit log: when, who, what, on which record, before and after; on a phone one below the other. */
export function AuditTable({ entries }: { readonly entries: readonly AuditEntry[] }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const organizationOf = useOrganizationNames();
  if (useMediaQuery(phoneWidth)) return <AuditLines entries={entries} />;
  return (
    <PlainTable
      caption={say('audit.title')}
      rows={entries}
      keyOf={({ service, id }) => `${service} ${id}`}
      columns={[
        { head: say('audit.at'), cell: ({ at }) => <Nowrap words={moment(at)} /> },
        { head: say('audit.staffName'), cell: ({ staffName }) => <Nowrap words={staffName} /> },
        { head: say('audit.address'), cell: ({ address }) => <Nowrap words={address ?? '—'} /> },
        { head: say('audit.action'), cell: ({ action }) => <Nowrap words={term('auditAction', action)} /> },
        { head: say('audit.record'), cell: (entry) => <RecordName entry={entry} /> },
        { head: say('audit.change'), cell: (entry) => <Change entry={entry} /> },
        {
          head: say('audit.organization'),
          cell: ({ organizationPath }) => <Nowrap words={organizationOf(organizationPath)} />,
        },
        {
          head: say('audit.request'),
          cell: ({ requestId }) => <Box sx={{ minWidth: 120, overflowWrap: 'anywhere' }}>{requestId ?? '—'}</Box>,
        },
      ]}
    />
  );
}

/** Names of organisations by path; the path itself if the name is not known. */
function useOrganizationNames(): (path: string) => string {
  const { data = [] } = useGetList<ItemOf<'organizations'>>('organizations', { pagination: { page: 1, perPage: 200 } });
  const names = new Map(data.map(({ path, name }) => [path, name]));
  return (path) => names.get(path) ?? path;
}

function AuditLines({ entries }: { readonly entries: readonly AuditEntry[] }): ReactElement {
  const term = useTerm();
  return (
    <Box component="ul" sx={{ listStyle: 'none', m: 0, p: 0 }}>
      {entries.map((entry) => (
        <Box
          component="li"
          key={`${entry.service} ${entry.id}`}
          sx={{ p: 1.5, borderBottom: 1, borderColor: 'divider', display: 'grid', gap: 0.5 }}
        >
          <Box sx={{ fontSize: 16, lineHeight: '24px' }}>
            {entry.staffName} {term('auditAction', entry.action)}
          </Box>
          <Box sx={{ color: 'text.secondary', display: 'flex', gap: 1 }}>
            {moment(entry.at)} <RecordName entry={entry} /> {entry.address}
          </Box>
          {hasChange(entry) ? <Change entry={entry} /> : null}
        </Box>
      ))}
    </Box>
  );
}

const hasChange = ({ before, after }: AuditEntry): boolean => before !== null || after !== null;

function Nowrap({ words }: { readonly words: string }): ReactElement {
  return <Box sx={{ whiteSpace: 'nowrap' }}>{words}</Box>;
}

function RecordName({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const term = useTerm();
  const to = recordAddress(entry.recordType, entry.recordId);
  const name = term('recordType', entry.recordType);
  return to === undefined ? (
    <Nowrap words={name} />
  ) : (
    <Box component={Link} to={to} sx={{ whiteSpace: 'nowrap' }}>
      {name}
    </Box>
  );
}

/** What an entry changed, value by value: 状态 公示中 → 在档. */
function Change({ entry }: { readonly entry: AuditEntry }): ReactElement {
  const say = useWords();
  const changes = changeInWords(entry, useChangeWords());
  if (changes.length === 0) return <>—</>;
  return (
    <details>
      <Box component="summary" sx={{ whiteSpace: 'nowrap' }}>
        {say('audit.details')}
      </Box>
      <Box
        component="dl"
        sx={{ m: 0, maxWidth: 480, display: 'grid', gridTemplateColumns: 'max-content 1fr', columnGap: 1 }}
      >
        {changes.map(({ name, before, after }, place) => [
          <Box key={`${place} name`} component="dt" sx={{ color: 'text.secondary' }}>
            {name}
          </Box>,
          <Box key={`${place} value`} component="dd" sx={{ m: 0, overflowWrap: 'anywhere' }}>
            {entry.before === null ? after : say('audit.changed', { before: before ?? '—', after: after ?? '—' })}
          </Box>,
        ])}
      </Box>
    </details>
  );
}
