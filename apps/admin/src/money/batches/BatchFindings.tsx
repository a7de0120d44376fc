import Box from '@mui/material/Box';
import Skeleton from '@mui/material/Skeleton';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { moment } from '../../base/display/dates.ts';
import { money } from '../../base/display/money.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { useFindings, type Finding } from './use-findings.ts';

const mostNames = 20;

/** The findings of a batch, with the answers of the head of finance. */
export function BatchFindings({ batchId }: { readonly batchId: string }): ReactElement {
  const say = useWords();
  const findings = useFindings(batchId);
  if (findings === undefined) return <Skeleton variant="rectangular" height={120} />;
  if (findings.length === 0) return <p>{say('findings.none')}</p>;
  return (
    <Box component="ol" sx={{ m: 0, pl: 3, display: 'grid', gap: 2 }}>
      {findings.map((finding) => (
        <li key={finding.key}>
          <FindingDetail finding={finding} />
          <Answer finding={finding} />
        </li>
      ))}
    </Box>
  );
}

function Answer({ finding: { answer, given } }: { readonly finding: Finding }): ReactElement | null {
  const say = useWords();
  if (answer === 'NONE') return null;
  if (given === null) return <strong>{say('findings.open')}</strong>;
  const who = { who: given.by, at: moment(given.at) };
  return (
    <div>
      {given.reason === null ? say('findings.seenBy', who) : say('findings.reasonBy', { ...who, reason: given.reason })}
    </div>
  );
}

/** One finding: its words, what changed, whose payments they are. */
export function FindingDetail({ finding }: { readonly finding: Finding }): ReactElement {
  const say = useWords();
  const { words, changes, who, on, payments } = finding;
  return (
    <>
      <div>
        {words}
        {on === null ? '' : say('findings.on', { day: on })}
        {who.length === 0 ? '' : say('findings.who', { who: who.join(say('display.separator')) })}
      </div>
      {changes.map(({ fact, before, after }) => (
        <div key={fact}>{say('findings.change', { fact, before: before ?? '—', after: after ?? '—' })}</div>
      ))}
      <Box sx={{ display: 'flex', flexWrap: 'wrap', columnGap: 2 }}>
        {payments.slice(0, mostNames).map((payment) => (
          <span key={payment.paymentId}>
            <Link to={`/payments/${payment.paymentId}`}>{payment.payeeName}</Link> {payment.maskedBankAccount}{' '}
            {money(payment.amount)}
          </span>
        ))}
        {payments.length > mostNames ? <span>{say('findings.more', { count: payments.length })}</span> : null}
      </Box>
    </>
  );
}
