import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { useGetOne, useNotify } from 'react-admin';
import { Link, useParams } from 'react-router-dom';
import { useCan } from '../auth/use-staff.ts';
import { EmptyState } from '../display/EmptyState.tsx';
import { FaultNotice } from '../display/FaultNotice.tsx';
import { PlainTable } from '../display/PlainTable.tsx';
import { FormDialog } from '../form/FormDialog.tsx';
import type { OrganizationKind } from '../graph/generated/operation-types.ts';
import type { DetailOf } from '../graph/resources.ts';
import { useCommand } from '../graph/use-command.ts';
import { useTerm } from '../i18n/use-term.ts';
import { useWords } from '../i18n/use-words.ts';
import { RecordPage } from '../record/RecordPage.tsx';
import { registerOrganization } from './commands.ts';
import { kindsBelow } from './organization-kinds.ts';

type Organization = DetailOf<'organizations'>;

/** One organisation: what is above and below it, its aid centres, its staff. */
export default function OrganizationRecord(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const { id = '' } = useParams();
  const { data: organization, error, refetch } = useGetOne<Organization>('organizations', { id });
  const [registering, setRegistering] = useState(false);
  if (error) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (organization === undefined) return <Skeleton variant="rectangular" height={320} />;
  const below = kindsBelow(organization.kind);
  return (
    <>
      <RecordPage
        title={organization.name}
        lead={
          <>
            {organization.code} · {term('organizationKind', organization.kind)}
          </>
        }
        actions={
          can('organization.manage') && below.length > 0 ? (
            <Button variant="contained" onClick={() => setRegistering(true)}>
              {say('organizations.register')}
            </Button>
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
            content: <AidCentres organization={organization} />,
          },
        ]}
      />
      {registering ? <RegisterOrganization parent={organization} onClose={() => setRegistering(false)} /> : null}
    </>
  );
}

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
        { head: say('organizations.kind'), cell: (child) => term('organizationKind', child.kind) },
        { head: say('organizations.staffCount'), right: true, cell: (child) => child.staffCount },
      ]}
    />
  );
}

function AidCentres({ organization }: { readonly organization: Organization }): ReactElement {
  const say = useWords();
  const term = useTerm();
  if (organization.aidCentres.length === 0) return <EmptyState title={say('organizations.noAidCentres')} />;
  return (
    <PlainTable
      caption={say('organizations.aidCentres')}
      rows={organization.aidCentres}
      keyOf={(centre) => centre.id}
      columns={[
        { head: say('organizations.name'), cell: (centre) => centre.name },
        { head: say('organizations.level'), cell: (centre) => term('aidCentreLevel', centre.level) },
        {
          head: say('organizations.publicInstitution'),
          cell: (centre) => say(centre.publicInstitution ? 'yesNo.yes' : 'yesNo.no'),
        },
      ]}
    />
  );
}

function RegisterOrganization({
  parent,
  onClose,
}: {
  readonly parent: Organization;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const notify = useNotify();
  const command = useCommand(registerOrganization);
  const kinds = kindsBelow(parent.kind);
  return (
    <FormDialog
      title={say('organizations.register')}
      consequence={say('organizations.registerConsequence', { parent: parent.name })}
      draft={`register-organization-${parent.id}`}
      initial={{ kind: kinds[0] ?? '' }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'name', label: say('organizations.name') },
        { name: 'code', label: say('organizations.code'), help: say('organizations.codeHelp') },
        {
          name: 'kind',
          label: say('organizations.kind'),
          kind: 'choice',
          choices: kinds.map((value) => ({ value, word: term('organizationKind', value) })),
        },
      ]}
      onSend={async ({ name = '', code = '', kind = '' }) => {
        if (
          (await command.run({
            parentId: parent.id,
            name: name.trim(),
            code: code.trim(),
            kind: kind as OrganizationKind,
          })) === undefined
        )
          return false;
        notify(say('organizations.registered', { name: name.trim() }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}
