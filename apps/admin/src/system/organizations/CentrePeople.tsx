import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { day, today } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import type { AidCentre } from './AidCentres.tsx';
import { beginCentrePost, endCentrePost } from './commands.ts';
import { LastDay } from './LastDay.tsx';

type Person = AidCentre['people'][number];

/** Who works or worked at an aid centre. */
export function CentrePeople({
  centre,
  mayManage,
}: {
  readonly centre: AidCentre;
  readonly mayManage: boolean;
}): ReactElement {
  const say = useWords();
  const [beginning, setBeginning] = useState(false);
  const [ending, setEnding] = useState<Person>();
  return (
    <>
      {mayManage ? <Button onClick={() => setBeginning(true)}>{say('organizations.beginPost')}</Button> : null}
      {centre.people.length === 0 ? (
        <p>{say('organizations.noPeople')}</p>
      ) : (
        <PlainTable
          caption={say('organizations.people', { name: centre.name })}
          rows={centre.people}
          keyOf={(person) => person.id}
          columns={[
            { head: say('organizations.personName'), cell: (person) => person.name },
            { head: say('organizations.duty'), cell: (person) => person.duty },
            {
              head: say('organizations.publicPost'),
              cell: (person) => say(person.publicPost ? 'yesNo.yes' : 'yesNo.no'),
            },
            { head: say('organizations.firstDay'), cell: (person) => day(person.inForceFrom) },
            {
              head: say('organizations.lastDay'),
              cell: (person) =>
                person.inForceTo === null && mayManage ? (
                  <Button onClick={() => setEnding(person)}>{say('organizations.endPost')}</Button>
                ) : (
                  day(person.inForceTo)
                ),
            },
          ]}
        />
      )}
      {beginning ? <BeginPost centre={centre} onClose={() => setBeginning(false)} /> : null}
      {ending === undefined ? null : (
        <LastDay
          title={say('organizations.endPost')}
          consequence={say('organizations.endPostConsequence', { name: ending.name })}
          draft={`end-centre-post-${ending.id}`}
          end={endCentrePost}
          inputOf={(to) => ({ centrePostId: ending.id, to })}
          done={say('organizations.postEnded', { name: ending.name })}
          onClose={() => setEnding(undefined)}
        />
      )}
    </>
  );
}

function BeginPost({ centre, onClose }: { readonly centre: AidCentre; readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(beginCentrePost);
  return (
    <FormDialog
      title={say('organizations.beginPost')}
      draft={`begin-centre-post-${centre.id}`}
      initial={{ publicPost: '', from: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'name', label: say('organizations.personName') },
        { name: 'duty', label: say('organizations.duty'), optional: true },
        { name: 'publicPost', label: say('organizations.publicPost'), kind: 'tick' },
        { name: 'from', label: say('organizations.firstDay'), kind: 'date' },
      ]}
      onSend={async ({ name = '', duty = '', publicPost, from = '' }) => {
        const person = { name: name.trim(), duty: duty.trim(), publicPost: publicPost === 'yes', from };
        if ((await command.run({ aidCentreId: centre.id, ...person })) === undefined) return false;
        notify(say('organizations.postBegun', { name: person.name }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}
