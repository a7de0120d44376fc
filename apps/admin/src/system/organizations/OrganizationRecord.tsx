import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { day, moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { AidCentres } from './AidCentres.tsx';
import { Contacts, Departments } from './Departments.tsx';
import { Facilities } from './Facilities.tsx';
import { InForce } from './InForce.tsx';
import { CloseOrganization, RegisterOrganization, RenameOrganization } from './OrganizationActs.tsx';
import { MoveOrganization } from './MoveOrganization.tsx';
import { Settings } from './Settings.tsx';
import { kindWords } from './kind-words.ts';
import { kindsBelow } from './organization-kinds.ts';
import { recordPage } from '../../base/record/record-page.tsx';

type Organization = DetailOf<'organizations'>;

/** One organisation: those above and below it, its aid centres, its staff. */
export default recordPage('organizations', function OrganizationRecord({ record: organization }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const [open, setOpen] = useState<'register' | 'rename' | 'move' | 'close'>();
  const me = useStaff();
  const below = kindsBelow(organization.kind);
  const isOpen = organization.inForceTo === null;
  const mayManage = can('organization.manage') && isOpen;
  const isOwn = organization.id === me?.organization.id;
  const mayMove = !isOwn && (organization.kind === 'BASE_UNION' || organization.kind === 'AID_STATION');
  const end = (): void => setOpen(undefined);
  return (
    <>
      <RecordPage
        title={organization.name}
        lead={
          <>
            {organization.code} · {kindWords(organization, term)}
          </>
        }
        tags={isOpen ? null : <StatusTag tone="still" word={say('organizations.closed')} />}
        actions={
          mayManage ? (
            <>
              {below.length > 0 ? (
                <Button variant="contained" onClick={() => setOpen('register')}>
                  {say('organizations.register')}
                </Button>
              ) : null}
              <Button onClick={() => setOpen('rename')}>{say('organizations.rename')}</Button>
              {mayMove ? <Button onClick={() => setOpen('move')}>{say('organizations.move')}</Button> : null}
              {isOwn ? null : <Button onClick={() => setOpen('close')}>{say('organizations.close')}</Button>}
            </>
          ) : null
        }
        facts={[
          {
            name: say('organizations.parent'),
            value:
              organization.parent === null ? null : (
                <Link to={`/organizations/${organization.parent.id}`}>{organization.parent.name}</Link>
              ),
          },
          { name: say('organizations.inForceFrom'), value: day(organization.inForceFrom) },
          ...(organization.inForceTo === null
            ? []
            : [{ name: say('organizations.inForceTo'), value: day(organization.inForceTo) }]),
          {
            name: say('organizations.staffCount'),
            value: (
              <Link to={`/staff?filter=${encodeURIComponent(JSON.stringify({ organizationId: organization.id }))}`}>
                {organization.staffCount}
              </Link>
            ),
          },
        ]}
        tabs={[
          { key: 'children', name: say('organizations.children'), content: <Children organization={organization} /> },
          {
            key: 'aid-centres',
            name: say('organizations.aidCentres'),
            content: <AidCentres organization={organization} mayManage={mayManage} />,
          },
          {
            key: 'facilities',
            name: say('organizations.facilities'),
            content: <Facilities organization={organization} mayManage={mayManage} />,
          },
          {
            key: 'departments',
            name: say('departments.departments'),
            content: <Departments organization={organization} mayManage={mayManage} />,
          },
          {
            key: 'contacts',
            name: say('departments.contacts'),
            content: <Contacts organization={organization} mayManage={mayManage} />,
          },
          {
            key: 'in-force',
            name: say('organizations.inForce'),
            content: <InForce counts={organization.inForce} />,
          },
          {
            key: 'settings',
            name: say('organizations.settings'),
            content: <Settings organization={organization} mayManage={mayManage} />,
          },
          { key: 'history', name: say('organizations.history'), content: <History organization={organization} /> },
        ]}
      />
      {open === 'register' ? <RegisterOrganization parent={organization} onClose={end} /> : null}
      {open === 'rename' ? <RenameOrganization organization={organization} onClose={end} /> : null}
      {open === 'move' ? <MoveOrganization organization={organization} onClose={end} /> : null}
      {open === 'close' ? <CloseOrganization organization={organization} onClose={end} /> : null}
    </>
  );
});

function Children({ organization }: { readonly organization: Organization }): ReactElement {
  const say = useWords();
  const term = useTerm();
  if (organization.children.length === 0) return <EmptyState title={say('organizations.noChildren')} />;
  return (
    <PlainTable
      caption={say('organizations.children')}
      rows={organization.children}
      keyOf={(child) => child.id}
      columns={[
        {
          head: say('organizations.name'),
          cell: (child) => <Link to={`/organizations/${child.id}`}>{child.name}</Link>,
        },
        { head: say('organizations.code'), cell: (child) => child.code },
        { head: say('organizations.kind'), cell: (child) => kindWords(child, term) },
        { head: say('organizations.staffCount'), right: true, cell: (child) => child.staffCount },
      ]}
    />
  );
}

/** What it was called and below whom it stood, the latest first. */
function History({ organization }: { readonly organization: Organization }): ReactElement {
  const say = useWords();
  const named = organization.history.map((entry) => ({
    id: entry.id,
    from: entry.from,
    what: say(entry.closed ? 'organizations.historyClosed' : 'organizations.historyStood'),
    detail: entry.name,
    recordedAt: entry.recordedAt,
  }));
  const moved = organization.moves.map((move) => ({
    id: move.id,
    from: move.from,
    what: say('organizations.historyMoved', { former: move.formerParentName, parent: move.parentName }),
    detail: say('organizations.historyMovedWhy', { reason: move.reason, by: move.movedByName }),
    recordedAt: move.movedAt,
  }));
  const entries = [...named, ...moved].toSorted(
    (one, other) => other.from.localeCompare(one.from) || other.recordedAt.localeCompare(one.recordedAt),
  );
  return (
    <PlainTable
      caption={say('organizations.history')}
      rows={entries}
      keyOf={({ id }) => id}
      columns={[
        { head: say('organizations.historyFrom'), cell: ({ from }) => day(from) },
        { head: say('organizations.historyWhat'), cell: ({ what }) => what },
        { head: say('organizations.historyDetail'), cell: ({ detail }) => detail },
        { head: say('organizations.recordedAt'), cell: ({ recordedAt }) => moment(recordedAt) },
      ]}
    />
  );
}
