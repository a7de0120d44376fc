import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { Field } from '../../base/form/field.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import type { PickedHousehold } from '../../register/households/PickHousehold.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { registerJobSeeker } from './commands.ts';

/** Registers a member of a household, or a walk-in without one, as a job seeker. */
export function RegisterJobSeeker(props: {
  readonly household: PickedHousehold | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { household } = props;
  const say = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(registerJobSeeker);
  const walkIn: readonly Field[] =
    household === undefined
      ? [{ name: 'laidOffModelWorker', label: say('jobSeekers.laidOffModelWorker'), kind: 'tick' }]
      : [];
  return (
    <FormDialog
      title={say('jobSeekers.register')}
      consequence={
        household === undefined
          ? say('jobSeekers.walkInConsequence')
          : say('jobSeekers.registerConsequence', { name: household.head.name })
      }
      draft={`register-job-seeker-${household?.id ?? 'walk-in'}`}
      initial={
        household === undefined
          ? {}
          : { name: household.head.name, migrantWorker: household.migrantWorker ? 'yes' : '' }
      }
      command={command}
      onCancel={props.onClose}
      fields={[
        { name: 'name', label: say('jobSeekers.name') },
        {
          name: 'skills',
          label: say('jobSeekers.skills'),
          kind: 'long',
          optional: true,
          help: say('jobSeekers.skillsHelp'),
        },
        { name: 'wishes', label: say('jobSeekers.wishes'), optional: true },
        { name: 'place', label: say('jobSeekers.place'), optional: true },
        { name: 'migrantWorker', label: say('jobSeekers.migrantWorker'), kind: 'tick' },
        ...walkIn,
      ]}
      onSend={async ({
        name = '',
        skills = '',
        wishes = '',
        place = '',
        migrantWorker = '',
        laidOffModelWorker = '',
      }) => {
        const result = await command.run({
          householdId: household?.id ?? null,
          name: name.trim(),
          skills: skills
            .split('\n')
            .map((each) => each.trim())
            .filter((each) => each !== ''),
          wishes: wishes.trim() === '' ? null : wishes.trim(),
          place: place.trim() === '' ? null : place.trim(),
          migrantWorker: migrantWorker === 'yes',
          laidOffModelWorker: household === undefined ? laidOffModelWorker === 'yes' : null,
        });
        if (result?.jobSeeker === undefined || result.jobSeeker === null) return false;
        notify(say('jobSeekers.registered', { name: name.trim() }), { type: 'success' });
        navigate(`/job-seekers/${result.jobSeeker.id}`);
        return true;
      }}
    />
  );
}
