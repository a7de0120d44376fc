import Box from '@mui/material/Box';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { ApplicationTag } from '../../base/display/ApplicationTag.tsx';
import { day, moment } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { outcomeWord } from '../../base/display/outcome.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ApplyForAid } from '../aid-request/ApplyForAid.tsx';
import type { HouseholdDetail } from './HouseholdRecord.tsx';

/** The household's applications and what was paid on them, each with links to its decision sheet and voucher. */
export function AidTab({ household }: { readonly household: HouseholdDetail }): ReactElement {
  const say = useWords();
  const can = useCan();
  const apply =
    household.caseFile?.status === 'ACTIVE' && can('household.register') ? (
      <ApplyForAid householdId={household.id} applies={can('application.put-forward')} />
    ) : null;
  if (household.applications.length === 0)
    return (
      <EmptyState title={say('household.noApplications')} why={say('household.noApplicationsWhy')} action={apply} />
    );
  return (
    <Box sx={{ display: 'grid', gap: 3 }}>
      {apply === null ? null : <Box>{apply}</Box>}
      <PlainTable
        caption={say('household.application')}
        rows={household.applications}
        keyOf={(application) => application.id}
        columns={[
          {
            head: say('household.application'),
            cell: (application) => <Link to={`/applications/${application.id}`}>{application.number}</Link>,
          },
          { head: say('household.campaign'), cell: (application) => application.campaign?.name ?? '—' },
          { head: say('household.amount'), right: true, cell: (application) => amount(application.amount) },
          { head: say('household.state'), cell: (application) => <ApplicationTag status={application.status} /> },
          {
            head: say('household.putForward'),
            cell: (application) => `${application.putForwardBy} ${moment(application.putForwardAt)}`,
          },
          {
            head: say('household.approved'),
            cell: (application) =>
              application.approvedBy === null ? '—' : `${application.approvedBy} ${moment(application.approvedAt)}`,
          },
          {
            head: say('household.eligibilityDecision'),
            cell: (application) => (
              <Link to={`/eligibility-decisions/${application.decision.id}`}>
                {say(outcomeWord(application.decision.outcome))}
              </Link>
            ),
          },
        ]}
      />
      {household.payments.length === 0 ? null : (
        <PlainTable
          caption={say('household.voucher')}
          rows={household.payments}
          keyOf={(payment) => payment.id}
          columns={[
            { head: say('household.paidOn'), cell: (payment) => day(payment.paidOn) },
            { head: say('household.amount'), right: true, cell: (payment) => amount(payment.amount) },
            {
              head: say('household.state'),
              cell: (payment) =>
                isPaymentStatus(payment.status) ? say(`paymentStatus.${payment.status}`) : payment.status,
            },
            {
              head: say('household.voucher'),
              cell: (payment) =>
                payment.voucher === null ? (
                  '—'
                ) : (
                  <Link to={`/vouchers/${payment.voucher.id}`}>{payment.voucher.number}</Link>
                ),
            },
          ]}
        />
      )}
    </Box>
  );
}

/** The decisions on eligibility that the household was given. */
export function DecisionTab({ household }: { readonly household: HouseholdDetail }): ReactElement {
  const say = useWords();
  if (household.applications.length === 0)
    return <EmptyState title={say('household.noDecision')} why={say('household.noDecisionWhy')} />;
  return (
    <ul style={{ margin: 0, paddingLeft: 20 }}>
      {household.applications.map((application) => (
        <li key={application.id}>
          <Link to={`/eligibility-decisions/${application.decision.id}`}>
            {application.campaign?.name ?? application.number} · {say(outcomeWord(application.decision.outcome))}
          </Link>
        </li>
      ))}
    </ul>
  );
}

function isPaymentStatus(status: string): status is 'PENDING' | 'PAID' | 'RETURNED' {
  return status === 'PENDING' || status === 'PAID' || status === 'RETURNED';
}
