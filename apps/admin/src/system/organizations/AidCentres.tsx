import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactElement } from 'react';
import { day, today } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { Field, Typed } from '../../base/form/field.ts';
import type { AidCentreLevel } from '../../base/graph/generated/operation-types.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { CentrePeople } from './CentrePeople.tsx';
import { changeAidCentre, closeAidCentre, registerAidCentre } from './commands.ts';
import { KeepDialog } from './KeepDialog.tsx';
import { LastDay } from './LastDay.tsx';
import { aidCentreLevels } from './organization-kinds.ts';

type Organization = DetailOf<'organizations'>;
export type AidCentre = Organization['aidCentres'][number];

/** The aid centres of an organisation, the present one and earlier ones, each with the people who work there. */
export function AidCentres({
  organization,
  mayManage,
}: {
  readonly organization: Organization;
  readonly mayManage: boolean;
}): ReactElement {
  const say = useWords();
  const [registering, setRegistering] = useState(false);
  const centres = organization.aidCentres;
  const hasOpen = centres.some(({ inForceTo }) => inForceTo === null);
  return (
    <>
      {mayManage && !hasOpen ? (
        <Button variant="contained" onClick={() => setRegistering(true)}>
          {say('organizations.registerCentre')}
        </Button>
      ) : null}
      {centres.length === 0 ? <EmptyState title={say('organizations.noAidCentres')} /> : null}
      {centres.map((centre) => (
        <OneCentre key={centre.id} centre={centre} mayManage={mayManage} />
      ))}
      {registering ? <RegisterCentre organization={organization} onClose={() => setRegistering(false)} /> : null}
    </>
  );
}

function OneCentre({ centre, mayManage }: { readonly centre: AidCentre; readonly mayManage: boolean }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const [open, setOpen] = useState<'change' | 'close'>();
  const isOpen = centre.inForceTo === null;
  const end = (): void => setOpen(undefined);
  return (
    <Box component="section" sx={{ mb: 4 }}>
      <Typography variant="h3" sx={{ display: 'flex', gap: 1, alignItems: 'center' }}>
        {centre.name}
        {isOpen ? null : <StatusTag tone="still" word={say('organizations.closed')} />}
      </Typography>
      <p>
        {term('aidCentreLevel', centre.level)} ·{' '}
        {centre.publicInstitution
          ? say('organizations.postsOf', { posts: centre.posts })
          : say('organizations.noPublicInstitution')}{' '}
        · {say('organizations.days', { from: day(centre.inForceFrom), to: day(centre.inForceTo) || '—' })}
      </p>
      {mayManage && isOpen ? (
        <>
          <Button onClick={() => setOpen('change')}>{say('organizations.changeCentre')}</Button>
          <Button onClick={() => setOpen('close')}>{say('organizations.closeCentre')}</Button>
        </>
      ) : null}
      <CentrePeople centre={centre} mayManage={mayManage && isOpen} />
      {open === 'change' ? <ChangeCentre centre={centre} onClose={end} /> : null}
      {open === 'close' ? (
        <LastDay
          title={say('organizations.closeCentre')}
          consequence={say('organizations.closeCentreConsequence', { name: centre.name })}
          draft={`close-aid-centre-${centre.id}`}
          end={closeAidCentre}
          inputOf={(to) => ({ aidCentreId: centre.id, to })}
          done={say('organizations.closedDone', { name: centre.name })}
          onClose={end}
        />
      ) : null}
    </Box>
  );
}

function useCentreFields(): readonly Field[] {
  const say = useWords();
  const term = useTerm();
  return [
    { name: 'name', label: say('organizations.name') },
    {
      name: 'level',
      label: say('organizations.level'),
      kind: 'choice',
      choices: aidCentreLevels.map((value) => ({ value, word: term('aidCentreLevel', value) })),
    },
    { name: 'publicInstitution', label: say('organizations.publicInstitution'), kind: 'tick' },
    {
      name: 'posts',
      label: say('organizations.posts'),
      kind: 'number',
      when: (typed) => typed['publicInstitution'] === 'yes',
    },
    { name: 'from', label: say('organizations.holdsFrom'), kind: 'date' },
  ];
}

const centreOf = (typed: Typed) => ({
  name: (typed['name'] ?? '').trim(),
  level: (typed['level'] ?? 'COUNTY') as AidCentreLevel,
  publicInstitution: typed['publicInstitution'] === 'yes',
  posts: Number(typed['posts'] ?? '0'),
  from: typed['from'] ?? '',
});

function RegisterCentre({
  organization,
  onClose,
}: {
  readonly organization: Organization;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  return (
    <KeepDialog
      title={say('organizations.registerCentre')}
      draft={`register-aid-centre-${organization.id}`}
      initial={{
        level: organization.kind === 'CITY' ? 'PREFECTURE' : 'COUNTY',
        publicInstitution: '',
        from: today(new Date()),
      }}
      fields={useCentreFields()}
      keep={registerAidCentre}
      inputOf={(typed) => ({ organizationId: organization.id, ...centreOf(typed) })}
      done={(typed) => say('organizations.registered', { name: centreOf(typed).name })}
      onClose={onClose}
    />
  );
}

function ChangeCentre({ centre, onClose }: { readonly centre: AidCentre; readonly onClose: () => void }): ReactElement {
  const say = useWords();
  return (
    <KeepDialog
      title={say('organizations.changeCentre')}
      consequence={say('organizations.changeConsequence')}
      draft={`change-aid-centre-${centre.id}`}
      initial={{
        name: centre.name,
        level: centre.level,
        publicInstitution: centre.publicInstitution ? 'yes' : '',
        posts: String(centre.posts),
        from: today(new Date()),
      }}
      fields={useCentreFields()}
      keep={changeAidCentre}
      inputOf={(typed) => ({ aidCentreId: centre.id, ...centreOf(typed) })}
      done={(typed) => say('organizations.changed', { name: centreOf(typed).name })}
      onClose={onClose}
    />
  );
}
