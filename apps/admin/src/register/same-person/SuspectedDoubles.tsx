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

/** People of other households who may be the same person: why, and what was found. Nothing if there are none. */
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

const featureWords = {
  name: 'samePerson.featureName',
  birthDate: 'samePerson.featureBirthDate',
  sex: 'samePerson.featureSex',
  identityNumber: 'samePerson.featureIdentityNumber',
  phone: 'samePerson.featurePhone',
  account: 'samePerson.featureAccount',
  region: 'samePerson.featureRegion',
  unit: 'samePerson.featureUnit',
  kinship: 'samePerson.featureKinship',
} as const;
const isFeature = (feature: string): feature is keyof typeof featureWords => feature in featureWords;

/** Why two people are held for one, as weights; nothing where the other household is out of sight. */
function Grounds({ because }: Pick<DoublePartsFragment, 'because'>): ReactElement | null {
  const say = useWords();
  const grounds = because.flatMap(({ feature, weight }) => {
    const signed = `${weight < 0 ? '−' : '+'}${Math.abs(weight).toFixed(1)}`;
    return isFeature(feature)
      ? [say('samePerson.ground', { feature: say(featureWords[feature]), weight: signed })]
      : [];
  });
  if (grounds.length === 0) return null;
  return <div>{say('samePerson.grounds', { grounds: grounds.join(say('display.separator')) })}</div>;
}

/** What two heads have in common; of people whom the comparison found, how strong the evidence is. */
function useDoubleWords({ household, samePhone, sameAccount, strength }: DoublePartsFragment): string {
  const say = useWords();
  const what = [
    ...(samePhone ? [say('samePerson.phone')] : []),
    ...(sameAccount ? [say('samePerson.account')] : []),
  ].join(say('display.separator'));
  if (what === '') {
    const who =
      household === null
        ? say('samePerson.somebodyElsewhere')
        : say('samePerson.somebodyOf', { name: household.head.name });
    const how = say(strength === 'STRONG' ? 'samePerson.strengthStrong' : 'samePerson.strengthMedium');
    return say('samePerson.alike', { who, strength: how });
  }
  const who =
    household === null ? say('samePerson.elsewhere') : say('samePerson.householdOf', { name: household.head.name });
  return say('samePerson.sameAs', { who, what });
}

function DoubleWords({ double }: { readonly double: DoublePartsFragment }): ReactElement {
  const say = useWords();
  const words = useDoubleWords(double);
  const { household, answer } = double;
  return (
    <>
      {household === null ? words : <Link to={`/households/${household.id}`}>{words}</Link>}
      <Grounds because={double.because} />
      {answer === null ? null : (
        <div>
          {say('samePerson.answered', { why: answer.why, name: answer.staffName, at: moment(answer.answeredAt) })}
        </div>
      )}
    </>
  );
}
