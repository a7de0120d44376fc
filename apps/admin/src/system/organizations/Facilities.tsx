import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { day, today } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { FacilityKind } from '../../base/graph/generated/operation-types.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { closeFacility, registerFacility } from './commands.ts';
import { LastDay } from './LastDay.tsx';
import { facilityKinds } from './organization-kinds.ts';

type Organization = DetailOf<'organizations'>;
type Facility = Organization['facilities'][number];

/** The facilities of an organisation, closed ones with their last day. */
export function Facilities({
  organization,
  mayManage,
}: {
  readonly organization: Organization;
  readonly mayManage: boolean;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const [registering, setRegistering] = useState(false);
  const [closing, setClosing] = useState<Facility>();
  return (
    <>
      {mayManage ? (
        <Button variant="contained" onClick={() => setRegistering(true)}>
          {say('organizations.registerFacility')}
        </Button>
      ) : null}
      {organization.facilities.length === 0 ? (
        <EmptyState title={say('organizations.noFacilities')} />
      ) : (
        <PlainTable
          caption={say('organizations.facilities')}
          rows={organization.facilities}
          keyOf={(facility) => facility.id}
          columns={[
            { head: say('organizations.name'), cell: (facility) => facility.name },
            { head: say('organizations.kind'), cell: (facility) => term('facilityKind', facility.kind) },
            {
              head: say('organizations.partner'),
              cell: (facility) => (facility.partner === '' ? say('organizations.ownFacility') : facility.partner),
            },
            { head: say('organizations.inForceFrom'), cell: (facility) => day(facility.inForceFrom) },
            {
              head: say('organizations.lastDay'),
              cell: (facility) =>
                facility.inForceTo === null && mayManage ? (
                  <Button onClick={() => setClosing(facility)}>{say('organizations.closeFacility')}</Button>
                ) : (
                  day(facility.inForceTo)
                ),
            },
          ]}
        />
      )}
      {registering ? <RegisterFacility organization={organization} onClose={() => setRegistering(false)} /> : null}
      {closing === undefined ? null : (
        <LastDay
          title={say('organizations.closeFacility')}
          consequence={say('organizations.closeFacilityConsequence', { name: closing.name })}
          draft={`close-facility-${closing.id}`}
          end={closeFacility}
          inputOf={(to) => ({ facilityId: closing.id, to })}
          done={say('organizations.closedDone', { name: closing.name })}
          onClose={() => setClosing(undefined)}
        />
      )}
    </>
  );
}

function RegisterFacility({
  organization,
  onClose,
}: {
  readonly organization: Organization;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const notify = useNotify();
  const command = useCommand(registerFacility);
  return (
    <FormDialog
      title={say('organizations.registerFacility')}
      draft={`register-facility-${organization.id}`}
      initial={{ kind: facilityKinds[0] ?? '', from: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'name', label: say('organizations.name') },
        {
          name: 'kind',
          label: say('organizations.kind'),
          kind: 'choice',
          choices: facilityKinds.map((value) => ({ value, word: term('facilityKind', value) })),
        },
        {
          name: 'partner',
          label: say('organizations.partner'),
          optional: true,
          help: say('organizations.partnerHelp'),
        },
        { name: 'address', label: say('organizations.address'), optional: true },
        { name: 'phone', label: say('organizations.phone'), optional: true },
        { name: 'from', label: say('organizations.inForceFrom'), kind: 'date' },
      ]}
      onSend={async ({ name = '', kind = '', ...more }) => {
        const input = { organizationId: organization.id, name: name.trim(), kind: kind as FacilityKind, ...more };
        if ((await command.run(input)) === undefined) return false;
        notify(say('organizations.registered', { name: input.name }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}
