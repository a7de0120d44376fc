import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { OrganizationKind, StationKind } from '../../base/graph/generated/operation-types.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { LastDay } from './LastDay.tsx';
import { closeOrganization, registerOrganization, renameOrganization } from './commands.ts';
import { kindsBelow, stationKinds } from './organization-kinds.ts';

type Organization = DetailOf<'organizations'>;

export function RegisterOrganization({
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
      initial={{ kind: kinds[0] ?? '', from: today(new Date()) }}
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
        {
          name: 'stationKind',
          label: say('organizations.stationKind'),
          kind: 'choice',
          choices: stationKinds.map((value) => ({ value, word: term('stationKind', value) })),
          when: (typed) => typed['kind'] === 'AID_STATION',
        },
        { name: 'from', label: say('organizations.inForceFrom'), kind: 'date' },
      ]}
      onSend={async ({ name = '', code = '', kind = '', stationKind = '', from = '' }) => {
        const input = {
          parentId: parent.id,
          name: name.trim(),
          code: code.trim(),
          kind: kind as OrganizationKind,
          stationKind: stationKind === '' ? null : (stationKind as StationKind),
          from,
        };
        if ((await command.run(input)) === undefined) return false;
        notify(say('organizations.registered', { name: name.trim() }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

export function RenameOrganization({
  organization,
  onClose,
}: {
  readonly organization: Organization;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(renameOrganization);
  return (
    <FormDialog
      title={say('organizations.rename')}
      consequence={say('organizations.renameConsequence', { name: organization.name })}
      draft={`rename-organization-${organization.id}`}
      initial={{ name: organization.name, from: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'name', label: say('organizations.newName') },
        { name: 'from', label: say('organizations.renamedFrom'), kind: 'date' },
      ]}
      onSend={async ({ name = '', from = '' }) => {
        if ((await command.run({ organizationId: organization.id, name: name.trim(), from })) === undefined)
          return false;
        notify(say('organizations.renamed', { name: name.trim() }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

export function CloseOrganization({
  organization,
  onClose,
}: {
  readonly organization: Organization;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  return (
    <LastDay
      title={say('organizations.close')}
      consequence={say('organizations.closeConsequence', { name: organization.name })}
      draft={`close-organization-${organization.id}`}
      end={closeOrganization}
      inputOf={(to) => ({ organizationId: organization.id, to })}
      done={say('organizations.closedDone', { name: organization.name })}
      onClose={onClose}
    />
  );
}
