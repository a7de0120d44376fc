import type { ReactElement } from 'react';
import type { FacilityKind } from '../../base/graph/generated/operation-types.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { Belongings } from './Belongings.tsx';
import { changeFacility, closeFacility, registerFacility } from './commands.ts';
import { facilityKinds } from './organization-kinds.ts';

/** The facilities of an organisation, closed ones with their last day. */
export function Facilities({
  organization,
  mayManage,
}: {
  readonly organization: DetailOf<'organizations'>;
  readonly mayManage: boolean;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <Belongings
      kind="facility"
      organizationId={organization.id}
      mayManage={mayManage}
      rows={organization.facilities}
      words={{
        caption: say('organizations.facilities'),
        empty: say('organizations.noFacilities'),
        register: say('organizations.registerFacility'),
        change: say('organizations.changeFacility'),
        close: say('organizations.closeFacility'),
        closeConsequence: (name) => say('organizations.closeFacilityConsequence', { name }),
      }}
      columns={[
        { head: say('organizations.name'), cell: (facility) => facility.name },
        { head: say('organizations.kind'), cell: (facility) => term('facilityKind', facility.kind) },
        {
          head: say('organizations.partner'),
          cell: (facility) => (facility.partner === '' ? say('organizations.ownFacility') : facility.partner),
        },
      ]}
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
      ]}
      initial={{ kind: facilityKinds[0] ?? '' }}
      typedOf={({ name, kind, partner, address, phone }) => ({ name, kind, partner, address, phone: phone ?? '' })}
      stateOf={({ name = '', kind = '', partner = '', address = '', phone = '' }) => ({
        name: name.trim(),
        kind: kind as FacilityKind,
        partner,
        address,
        phone,
      })}
      register={registerFacility}
      change={(facilityId, input) => changeFacility({ facilityId, ...input })}
      close={(facilityId, to) => closeFacility({ facilityId, to })}
    />
  );
}
