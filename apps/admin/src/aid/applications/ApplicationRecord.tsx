import Alert from '@mui/material/Alert';
import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { Link, useParams } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { PartsTable } from '../../base/display/PartsTable.tsx';
import { day, moment } from '../../base/display/dates.ts';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { money } from '../../base/display/money.ts';
import { GraphFault } from '../../base/graph/fault.ts';
import { applicationRecordQuery } from '../../base/graph/generated/applications.ts';
import type { ApplicationRecordQuery } from '../../base/graph/generated/operation-types.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import type { Step } from '../../base/record/Steps.tsx';
import { ApplicationTag } from '../../base/display/ApplicationTag.tsx';
import { ApplicationActions } from './ApplicationActions.tsx';

type Application = NonNullable<ApplicationRecordQuery['application']>;

/** One application: who put it forward and approved it, what was paid, links to its decision sheet and household. */
export default function ApplicationRecord(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const { id = '' } = useParams();
  const { data, error, refetch, isPending } = useAnswer(applicationRecordQuery, { id, money: can('voucher.read') });
  const application = data?.application;
  if (error !== null) return <FaultNotice fault={error} onRetry={() => void refetch()} />;
  if (isPending) return <Skeleton variant="rectangular" height={320} />;
  if (application === null || application === undefined)
    return <FaultNotice fault={new GraphFault('', 404, 'NOT_FOUND')} />;
  const { payment } = application;
  const voucher = payment?.voucher;
  return (
    <RecordPage
      title={`${application.headName} ${application.number}`}
      lead={
        <>
          {application.unitName} · {application.organizationName}
        </>
      }
      tags={<ApplicationTag status={application.status} />}
      actions={<ApplicationActions application={application} />}
      notice={<ReturnedNotice application={application} />}
      steps={stepsOf(application, {
        putForward: say('approval.putForward'),
        returned: say('approval.return'),
        again: say('applications.submitAgain'),
        approved: say('grants.approvedBy'),
        paid: say('batches.paidBy'),
      })}
      facts={[
        { name: say('batches.totalFact'), value: <strong>{money(application.amount)}</strong> },
        { name: say('grants.aidType'), value: term('aidType', application.aidType) },
        {
          name: say('approval.campaign'),
          value:
            application.campaign === null ? null : (
              <Link to={`/campaigns/${application.campaign.id}`}>{application.campaign.name}</Link>
            ),
        },
        {
          name: say('payments.eligibilityDecision'),
          value: (
            <Link to={`/eligibility-decisions/${application.decision.id}`}>{application.decision.policyName}</Link>
          ),
        },
        {
          name: say('payments.household'),
          value: <Link to={`/households/${application.household.id}`}>{application.caseFile.number}</Link>,
        },
        {
          name: say('vouchers.payment'),
          value:
            payment === null || payment === undefined ? null : (
              <Link to={`/payments/${payment.id}`}>{payment.batchNumber}</Link>
            ),
        },
        {
          name: say('payments.voucher'),
          value:
            voucher === null || voucher === undefined ? null : (
              <Link to={`/vouchers/${voucher.id}`}>{voucher.number}</Link>
            ),
        },
        { name: say('batches.paidOn'), value: day(payment?.paidOn) },
      ]}
      tabs={
        payment === null || payment === undefined
          ? []
          : [{ key: 'parts', name: say('batches.bySource'), content: <PartsTable parts={payment.parts} /> }]
      }
    />
  );
}

/** What the approver asks to be corrected, by whom and when, and where it is corrected. */
function ReturnedNotice({ application }: { readonly application: Application }): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const returned = application.steps.findLast((step) => step.status === 'RETURNED');
  if (application.status !== 'RETURNED' || returned === undefined) return null;
  return (
    <Alert severity="warning" sx={{ mb: 2 }}>
      <div>{say('applications.returnedBy', { by: returned.by, at: moment(returned.at) })}</div>
      <strong>{returned.opinion}</strong>
      {can('application.put-forward') ? (
        <div>
          {say('applications.returnedNext')}{' '}
          <Link to={`/households/${application.household.id}`}>{say('applications.correct')}</Link>
        </div>
      ) : null}
    </Alert>
  );
}

function stepsOf(
  application: Application,
  names: Readonly<Record<'putForward' | 'returned' | 'again' | 'approved' | 'paid', string>>,
): readonly Step[] {
  const { payment, status } = application;
  const approved = application.approvedBy !== null;
  const paid = payment?.paidOn !== null && payment?.paidOn !== undefined;
  const back = status === 'RETURNED';
  const history = application.steps.filter((step) => step.status === 'COUNTY_REVIEW' || step.status === 'RETURNED');
  const last = history.at(-1);
  return [
    ...history.map((step, place): Step => ({
      name: place === 0 ? names.putForward : step.status === 'RETURNED' ? names.returned : names.again,
      state: back && step === last ? 'now' : 'done',
      who: step.by,
      at: step.at,
      opinion: step.opinion,
    })),
    {
      name: names.approved,
      state: approved ? 'done' : back ? 'coming' : 'now',
      who: application.approvedBy ?? undefined,
      at: application.approvedAt,
      opinion: approved ? application.opinion : null,
    },
    { name: names.paid, state: paid ? 'done' : approved ? 'now' : 'coming', at: payment?.paidOn },
  ];
}
