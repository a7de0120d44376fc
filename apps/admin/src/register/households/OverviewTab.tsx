import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Typography from '@mui/material/Typography';
import { useState, type ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import type { MessageKey } from '../../base/i18n/message-key.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { CorrectionHistory } from '../payees/CorrectionHistory.tsx';
import { recordAddress } from '../../base/record/record-address.ts';
import { mergeTimelines, Timeline } from '../../base/record/Timeline.tsx';
import type { HouseholdDetail } from './HouseholdRecord.tsx';
import { standingWords, workersWords } from '../case-files/standing-words.ts';
import { UnmaskNumber } from './UnmaskNumber.tsx';

const nextWords: Readonly<Record<string, MessageKey>> = {
  DRAFT: 'household.nextDraft',
  RETURNED: 'household.nextReturned',
  SUBMITTED: 'household.nextSubmitted',
  COUNTY_REVIEW: 'household.nextReviewed',
  POSTED: 'household.nextPosted',
  ACTIVE: 'household.nextActive',
};

/** A masked number, with a button for those who may see it whole. */
function Contact(props: {
  readonly number: 'phone' | 'bankAccount';
  readonly personId: string;
  readonly name: string;
  readonly masked: string | null;
  readonly may: boolean;
}): ReactElement {
  const [shown, setShown] = useState<string>();
  if (props.masked === null) return <>—</>;
  return (
    <Box component="span" sx={{ display: 'inline-flex', flexWrap: 'wrap', alignItems: 'center', columnGap: 1 }}>
      {shown ?? props.masked}
      {props.may && shown === undefined ? (
        <UnmaskNumber number={props.number} personId={props.personId} name={props.name} onShown={setShown} />
      ) : null}
    </Box>
  );
}

/** The household's facts, why its file is listed, what comes next, and its timeline. */
export function OverviewTab({ household }: { readonly household: HouseholdDetail }): ReactElement {
  const say = useWords();
  const can = useCan();
  const { head, caseFile, rosterRow } = household;
  const next = caseFile === null ? undefined : nextWords[caseFile.status];
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: 'minmax(0, 1fr) 360px' } }}>
      <Box sx={{ display: 'grid', gap: 2, alignContent: 'start' }}>
        {caseFile === null ? null : (
          <Alert severity="info" icon={false}>
            <strong>{say('household.why')}</strong> {caseFile.hardshipExplanation}
            {next === undefined ? null : (
              <div>
                <strong>{say('household.next')}</strong> {say(next)}
              </div>
            )}
          </Alert>
        )}
        <KeyFacts
          facts={[
            { name: say('household.birth'), value: head.birthDate },
            {
              name: say('household.sex'),
              value: head.sex === 'MALE' || head.sex === 'FEMALE' ? say(`sex.${head.sex}`) : head.sex,
            },
            {
              name: say('household.phone'),
              value: (
                <Contact
                  number="phone"
                  personId={head.id}
                  name={head.name}
                  masked={head.maskedPhone}
                  may={can('phone.unmask')}
                />
              ),
            },
            {
              name: say('household.bankAccount'),
              value: (
                <Contact
                  number="bankAccount"
                  name={head.name}
                  personId={head.id}
                  masked={head.maskedBankAccount}
                  may={can('bank-account.unmask')}
                />
              ),
            },
            {
              name: say('register.headStanding'),
              value: standingWords(say, household.headStanding, household.migrantWorker),
            },
            { name: say('household.workers'), value: workersWords(say, household) },
            { name: say('household.modelWorker'), value: say(`modelWorkerHonour.${household.modelWorkerHonour}`) },
            { name: say('register.remark'), value: household.remark },
            ...(rosterRow === null || rosterRow.readings.length === 0
              ? []
              : [{ name: say('household.readings'), value: rosterRow.readings.join('；') }]),
          ]}
        />
        <CorrectionHistory corrections={household.payeeCorrections} />
      </Box>
      <Box component="section" aria-labelledby="timeline-title">
        <Typography variant="h2" id="timeline-title" sx={{ mb: 1 }}>
          {say('record.timeline')}
        </Typography>
        <Timeline
          entries={mergeTimelines(household.caseTimeline, household.aidTimeline, household.workTimeline)}
          linkTo={(entry) => {
            const address = recordAddress(entry.recordType, entry.recordId, household.id);
            return address === undefined || address === `/households/${household.id}` ? null : (
              <Link to={address}>{say('keys.open')}</Link>
            );
          }}
        />
      </Box>
    </Box>
  );
}
