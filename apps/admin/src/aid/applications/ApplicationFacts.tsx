import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import Typography from '@mui/material/Typography';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { KeyFigure, MaskedIdentity } from '../../base/display/Figure.tsx';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { amount } from '../../base/display/money.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { ClauseReference } from '../eligibility-decisions/ClauseReference.tsx';
import { clauseOf, DecisionLines } from '../eligibility-decisions/DecisionLines.tsx';
import { outcomeWord } from '../../base/display/outcome.ts';
import { decisionGroundsQuery } from '../../base/graph/generated/applications.ts';
import type { ApplicationQueueQuery, DecisionGroundsQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { SuspectedDoublesOf } from '../../register/same-person/SuspectedDoubles.tsx';

export type QueuedApplication = ApplicationQueueQuery['applications']['items'][number];

/**
 * The facts for the approver: amount against standard, cap and money left, the clause, and each ground with its source.
 * The grounds, with the texts of their clauses, are read for the application that is looked at.
 */
export function ApplicationFacts(props: {
  readonly application: QueuedApplication;
  readonly available: string | undefined;
}): ReactElement {
  const say = useWords();
  const { application } = props;
  const { decision } = application;
  const grounds = useAnswer(decisionGroundsQuery, { id: decision.id, applicationId: application.id });
  const lines = grounds.data?.eligibilityDecision?.lines;
  const speaking = lines?.find((line) => line.met && line.speaks === 'FOR');
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap', alignItems: 'flex-start' }}>
        <KeyFigure label={say('approval.amount')} value={amount(application.amount)} />
        <Box sx={{ flex: 1, textAlign: 'right' }}>
          <StatusTag
            tone={decision.outcome === 'ELIGIBLE' ? 'done' : 'wait'}
            word={say(outcomeWord(decision.outcome))}
          />
        </Box>
      </Box>
      <KeyFacts
        columnWidth={140}
        facts={[
          { name: say('approval.cap'), value: decision.cap === null ? say('approval.noCap') : amount(decision.cap) },
          { name: say('approval.available'), value: amount(props.available) },
          {
            name: say('approval.clause'),
            value: speaking === undefined ? '—' : <ClauseReference clause={clauseOf(speaking)} />,
          },
          { name: say('household.identity'), value: <MaskedIdentity value={decision.maskedIdentityNumber} /> },
          { name: say('household.unit'), value: application.unitName },
          {
            name: say('approval.putForward'),
            value: `${application.putForwardBy} ${moment(application.putForwardAt)}`,
          },
          { name: say('approval.frequency'), value: decision.frequency },
        ]}
      />
      <Corrected steps={grounds.data?.application?.steps ?? []} />
      <SuspectedDoublesOf householdId={application.household.id} />
      <Box component="section" aria-labelledby="conditions-title">
        <Typography variant="h2" id="conditions-title">
          {say('approval.conditions')}
        </Typography>
        {grounds.error === null ? null : <FaultNotice fault={grounds.error} onRetry={() => void grounds.refetch()} />}
        {grounds.isPending ? <Skeleton variant="rectangular" height={240} /> : <DecisionLines lines={lines ?? []} />}
      </Box>
      <Box sx={{ display: 'flex', gap: 2, flexWrap: 'wrap' }}>
        <Link to={`/eligibility-decisions/${decision.id}`}>{say('approval.eligibilityDecision')}</Link>
        <Link to={`/households/${application.household.id}`}>{say('approval.record')}</Link>
      </Box>
    </Box>
  );
}

type HistoryStep = NonNullable<DecisionGroundsQuery['application']>['steps'][number];

/** Of an application that was returned: what was asked to be corrected, and what was. */
function Corrected({ steps }: { readonly steps: readonly HistoryStep[] }): ReactElement | null {
  const say = useWords();
  const from = steps.findIndex((step) => step.status === 'RETURNED');
  if (from < 0) return null;
  return (
    <Box component="section" aria-labelledby="corrected-title">
      <Typography variant="h2" id="corrected-title">
        {say('applications.history')}
      </Typography>
      <KeyFacts
        columnWidth={140}
        facts={steps.slice(from).map((step) => ({
          name: step.status === 'RETURNED' ? say('approval.return') : say('applications.submitAgain'),
          value: `${step.opinion ?? ''}（${step.by} ${moment(step.at)}）`,
        }))}
      />
    </Box>
  );
}
