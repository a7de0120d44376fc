import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Typography from '@mui/material/Typography';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { moment } from '../../base/display/dates.ts';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import type { DoublePartsFragment } from '../../base/graph/generated/operation-types.ts';
import { suspectedDoublesQuery } from '../../base/graph/generated/same-person.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { answerSuspectedDouble } from './commands.ts';

/** The suspected doubles of a household, read when it is shown. */
export function SuspectedDoublesOf({ householdId }: { readonly householdId: string }): ReactElement | null {
  const doubles = useAnswer(suspectedDoublesQuery, { householdId }).data?.household?.suspectedDoubles;
  return doubles === undefined ? null : <SuspectedDoubles householdId={householdId} doubles={doubles} />;
}

/** Households whose head may be the same person: what matches, and what was found. Nothing if there are none. */
export function SuspectedDoubles(props: {
  readonly householdId: string;
  readonly doubles: readonly DoublePartsFragment[];
}): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const notify = useNotify();
  const [asked, setAsked] = useState<string>();
  const command = useCommand(answerSuspectedDouble, { announce: true });
  const decide = async (why: string): Promise<void> => {
    const result = await command.run({ householdId: props.householdId, doubleId: asked ?? '', why });
    if (result === undefined) return;
    setAsked(undefined);
    notify(say('samePerson.kept'), { type: 'success' });
  };
  if (props.doubles.length === 0) return null;
  return (
    <Box component="section" aria-labelledby="doubles-title" sx={{ display: 'grid', gap: 1 }}>
      <Typography variant="h2" id="doubles-title">
        {say('samePerson.title')}
      </Typography>
      {props.doubles.map((double) => (
        <Alert key={double.id} severity={double.answer === null ? 'warning' : 'info'}>
          <DoubleWords double={double} />
          {double.answer === null && can('same-person.answer') ? (
            <Button size="small" onClick={() => setAsked(double.id)} sx={{ mt: 1 }}>
              {say('samePerson.answer')}
            </Button>
          ) : null}
        </Alert>
      ))}
      <ReasonDialog
        key={asked ?? ''}
        open={asked !== undefined}
        title={say('samePerson.answer')}
        subject={props.doubles.find(({ id }) => id === asked)?.household?.head.name ?? ''}
        help={say('samePerson.help')}
        consequence={say('samePerson.consequence')}
        reasons={[say('samePerson.reasonTwins'), say('samePerson.reasonSame')]}
        pending={command.pending}
        onCancel={() => setAsked(undefined)}
        onDecide={(why) => void decide(why)}
      />
    </Box>
  );
}

function DoubleWords({ double }: { readonly double: DoublePartsFragment }): ReactElement {
  const say = useWords();
  const { household, answer } = double;
  const what = [
    ...(double.samePhone ? [say('samePerson.phone')] : []),
    ...(double.sameAccount ? [say('samePerson.account')] : []),
  ].join(say('display.separator'));
  const who =
    household === null ? say('samePerson.elsewhere') : say('samePerson.householdOf', { name: household.head.name });
  const words = say('samePerson.sameAs', { who, what });
  return (
    <>
      {household === null ? words : <Link to={`/households/${household.id}`}>{words}</Link>}
      {answer === null ? null : (
        <div>
          {say('samePerson.answered', { why: answer.why, name: answer.staffName, at: moment(answer.answeredAt) })}
        </div>
      )}
    </>
  );
}
