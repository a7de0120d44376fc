import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { useSubject } from '../../base/display/use-subject.ts';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import type { RowResult } from '../../base/graph/command.ts';
import type { ApplicationStatus } from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useLanguage, useWords } from '../../base/i18n/use-words.ts';
import { submitApplicationsAgain, withdrawApplications } from './commands.ts';

const withdrawable: readonly ApplicationStatus[] = [
  'SUBMITTED',
  'BASE_REVIEW',
  'COUNTY_REVIEW',
  'CITY_REVIEW',
  'RETURNED',
  'SUSPENDED',
];

/** What whoever puts applications forward can do with one: submit a returned one again, or withdraw it. */
export function ApplicationActions(props: {
  readonly application: {
    readonly id: string;
    readonly status: ApplicationStatus;
    readonly headName: string;
    readonly amount: string;
  };
}): ReactElement | null {
  const say = useWords();
  const subject = useSubject();
  const language = useLanguage();
  const notify = useNotify();
  const can = useCan();
  const again = useCommand(submitApplicationsAgain, { announce: true });
  const withdraw = useCommand(withdrawApplications, { announce: true });
  const [asking, setAsking] = useState<'again' | 'withdraw'>();
  const { id, status, headName: name } = props.application;
  if (!can('application.put-forward') || !withdrawable.includes(status)) return null;
  const finish = (rows: readonly RowResult[] | undefined, done: string): void => {
    if (rows === undefined) return;
    const problems = rows.flatMap((row) => row.problems);
    if (problems.length === 0) {
      setAsking(undefined);
      notify(done, { type: 'success' });
    } else notify(problems.map((each) => each[language]).join(' '), { type: 'error', autoHideDuration: 15_000 });
  };
  return (
    <>
      <Button onClick={() => setAsking('withdraw')}>{say('applications.withdraw')}</Button>
      {status === 'RETURNED' ? (
        <Button variant="contained" onClick={() => setAsking('again')}>
          {say('applications.submitAgain')}
        </Button>
      ) : null}
      {asking === 'again' ? (
        <ReasonDialog
          open
          title={say('applications.submitAgain')}
          label={say('applications.corrected')}
          missing={say('applications.correctedMissing')}
          subject={subject({ names: [name], amount: props.application.amount })}
          help={say('applications.correctedHelp')}
          consequence={say('applications.againConsequence', { name })}
          pending={again.pending}
          onCancel={() => setAsking(undefined)}
          onDecide={(corrected) =>
            void again
              .run({ ids: [id], corrected })
              .then((result) => finish(result?.rows, say('applications.submittedAgain', { name })))
          }
        />
      ) : null}
      {asking === 'withdraw' ? (
        <ReasonDialog
          open
          title={say('applications.withdraw')}
          subject={subject({ names: [name], amount: props.application.amount })}
          destructive
          help={say('applications.withdrawHelp')}
          consequence={say('applications.withdrawConsequence', { name })}
          pending={withdraw.pending}
          onCancel={() => setAsking(undefined)}
          onDecide={(reason) =>
            void withdraw
              .run({ ids: [id], reason })
              .then((result) => finish(result?.rows, say('applications.withdrawn', { name })))
          }
        />
      ) : null}
    </>
  );
}
