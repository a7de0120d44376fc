import Alert from '@mui/material/Alert';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { day, moment } from '../../base/display/dates.ts';
import { amount, money } from '../../base/display/money.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import { GrantDecisions } from './GrantDecisions.tsx';
import { HoldLines } from './HoldNotice.tsx';
import { MoneyTag } from './MoneyTag.tsx';
import { PartsTable } from '../../base/display/PartsTable.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

type Grant = DetailOf<'grants'>;

/** One grant: its status, why it is held, decisions on it, each attempt to pay it, whose account it goes to. */
export default recordPage('grants', function GrantRecord({ record: grant }): ReactElement {
  const say = useWords();
  const term = useTerm();
  return (
    <RecordPage
      title={say('grants.record', { name: grant.payeeName })}
      lead={`${grant.unitName} · ${grant.organizationName}`}
      tags={<MoneyTag of="grantStatus" status={grant.holds.length > 0 ? 'HELD' : grant.status} />}
      actions={<GrantDecisions grant={grant} />}
      notice={<GrantNotice grant={grant} />}
      facts={[
        { name: say('grants.sum'), value: <strong>{money(grant.amount)}</strong> },
        { name: say('grants.status'), value: term('grantStatus', grant.status) },
        { name: say('batches.account'), value: grant.maskedBankAccount },
        { name: say('grants.aidType'), value: term('aidType', grant.aidType) },
        { name: say('grants.approvedBy'), value: `${grant.approvedBy} ${moment(grant.approvedAt)}` },
        { name: say('grants.clause'), value: grant.clause },
        {
          name: say('payments.links'),
          value: (
            <>
              <Link to={`/applications/${grant.applicationId}`}>{say('payments.application')}</Link>
              {' · '}
              <Link to={`/households/${grant.householdId}`}>{say('payments.household')}</Link>
            </>
          ),
        },
      ]}
      tabs={[
        { key: 'payments', name: say('grants.attempts'), content: <Attempts attempts={grant.payments} /> },
        { key: 'decisions', name: say('grants.decisions'), content: <DecisionTable grant={grant} /> },
        { key: 'payee', name: say('grants.payeeHistory'), content: <PayeeHistory grant={grant} /> },
        { key: 'parts', name: say('batches.bySource'), content: <PartsTable parts={grant.parts} /> },
      ]}
    />
  );
});

function GrantNotice({ grant }: { readonly grant: Grant }): ReactElement | null {
  const say = useWords();
  const proposal = grant.decisions.find(({ status }) => status === 'PROPOSED');
  if (grant.holds.length === 0 && grant.lockReason === null && proposal === undefined) return null;
  return (
    <Alert severity={grant.holds.length > 0 ? 'warning' : 'info'} sx={{ mb: 2 }}>
      {grant.holds.length === 0 ? null : (
        <>
          <strong>{say('grants.heldTitle')}</strong>
          <HoldLines holds={grant.holds} />
          {grant.holds.some(({ cause }) => cause === 'RETURNED') ? <div>{say('grants.heldReturned')}</div> : null}
          {grant.holds.some(({ cause }) => cause !== 'RETURNED') ? <div>{say('grants.heldByFile')}</div> : null}
        </>
      )}
      {proposal === undefined ? null : (
        <div>
          <strong>{say('grants.proposalWaits')}</strong>{' '}
          {say('grants.proposal', {
            who: proposal.proposedBy,
            what: say(`grantDecisionKind.${proposal.kind}`),
            reason: proposal.reason ?? '',
          })}
        </div>
      )}
      {grant.lockReason === null ? null : <div>{grant.lockReason}</div>}
    </Alert>
  );
}

/** Payments of one grant, the latest attempt first. */
export function Attempts({ attempts }: { readonly attempts: Grant['payments'] }): ReactElement {
  const say = useWords();
  if (attempts.length === 0) return <p>{say('grants.noAttempts')}</p>;
  return (
    <PlainTable
      caption={say('grants.attempts')}
      rows={attempts}
      keyOf={(payment) => payment.id}
      columns={[
        {
          head: say('batches.payee'),
          cell: (payment) => <Link to={`/payments/${payment.id}`}>{payment.payeeName}</Link>,
        },
        {
          head: say('batches.paymentStatus'),
          cell: (payment) => (
            <>
              <MoneyTag of="paymentStatus" status={payment.status} />
              {payment.returnClaims.some(({ status }) => status === 'WAITING') ? say('grants.RETURN_CLAIMED') : null}
            </>
          ),
        },
        { head: say('batches.amount'), right: true, cell: (payment) => amount(payment.amount) },
        { head: say('batches.account'), cell: (payment) => payment.maskedBankAccount },
        {
          head: say('payments.batch'),
          cell: (payment) => <Link to={`/batches/${payment.batchId}`}>{payment.batchNumber}</Link>,
        },
        { head: say('batches.paidOn'), cell: (payment) => day(payment.paidOn) },
        { head: say('payments.returnReason'), cell: (payment) => payment.returnReason ?? '—' },
      ]}
    />
  );
}

function DecisionTable({ grant }: { readonly grant: Grant }): ReactElement {
  const say = useWords();
  if (grant.decisions.length === 0) return <p>{say('grants.noDecisions')}</p>;
  return (
    <PlainTable
      caption={say('grants.decisions')}
      rows={grant.decisions}
      keyOf={(decision) => decision.id}
      columns={[
        { head: say('grants.decision'), cell: (decision) => say(`grantDecisionKind.${decision.kind}`) },
        { head: say('grants.status'), cell: (decision) => say(`grantDecisionStatus.${decision.status}`) },
        { head: say('display.reason'), cell: (decision) => decision.reason ?? '—' },
        { head: say('grants.proposedBy'), cell: (decision) => `${decision.proposedBy} ${moment(decision.proposedAt)}` },
        {
          head: say('grants.answeredBy'),
          cell: (decision) =>
            decision.answeredBy === null ? '—' : `${decision.answeredBy} ${moment(decision.answeredAt)}`,
        },
        { head: say('grants.answer'), cell: (decision) => decision.answer ?? '—' },
      ]}
    />
  );
}

function PayeeHistory({ grant }: { readonly grant: Grant }): ReactElement {
  const say = useWords();
  if (grant.payeeCorrections.length === 0) return <p>{say('grants.noCorrections')}</p>;
  return (
    <PlainTable
      caption={say('grants.payeeHistory')}
      rows={grant.payeeCorrections}
      keyOf={(correction) => correction.id}
      columns={[
        { head: say('batches.payee'), cell: (correction) => correction.payeeName },
        { head: say('batches.account'), cell: (correction) => correction.maskedBankAccount },
        {
          head: say('grants.correction'),
          cell: (correction) => say(correction.changed ? 'grants.corrected' : 'grants.confirmed'),
        },
        { head: say('display.reason'), cell: (correction) => correction.why ?? '—' },
        { head: say('grants.correctedBy'), cell: (correction) => correction.who.join(say('display.separator')) },
        { head: say('grants.correctedAt'), cell: (correction) => moment(correction.at) },
      ]}
    />
  );
}
