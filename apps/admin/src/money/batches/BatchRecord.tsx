import LockOutlined from '@mui/icons-material/LockOutlined';
import Alert from '@mui/material/Alert';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { Download } from '../../base/display/Download.tsx';
import { money } from '../../base/display/money.ts';
import { dateReasonFact } from '../../base/form/date-reason.ts';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { RecordPage } from '../../base/record/RecordPage.tsx';
import type { Step } from '../../base/record/Steps.tsx';
import { openFindings } from './AnswerFindings.tsx';
import { BatchDecisions } from './BatchDecisions.tsx';
import { BatchFindings } from './BatchFindings.tsx';
import { BatchPayments } from './BatchPayments.tsx';
import { HoldLines } from './HoldNotice.tsx';
import { MoneyTag } from './MoneyTag.tsx';
import { PartsTable } from '../../base/display/PartsTable.tsx';
import { PaymentFiles } from './PaymentFiles.tsx';
import { isUnderWay, useFindings } from './use-findings.ts';
import { recordPage } from '../../base/record/record-page.tsx';

type Batch = DetailOf<'batches'>;

/** One batch: who prepared, approved and paid it, from which funds, every payment, its files. */
export default recordPage('batches', function BatchRecord({ record: batch }): ReactElement {
  const say = useWords();
  const can = useCan();
  return (
    <RecordPage
      title={`${say('batches.number')} ${batch.number}`}
      lead={batch.organizationName}
      tags={<MoneyTag of="batchStatus" status={batch.status} />}
      actions={<BatchActions batch={batch} />}
      notice={<BatchNotice batch={batch} />}
      steps={stepsOf(batch, {
        prepared: say('batches.preparedBy'),
        approved: say('batches.approvedBy'),
        paid: say('batches.paidBy'),
      })}
      facts={[
        { name: say('batches.totalFact'), value: <strong>{money(batch.total)}</strong> },
        { name: say('batches.count'), value: batch.paymentCount },
        { name: say('batches.paidOn'), value: batch.paidOn },
        ...dateReasonFact(say('form.dateReason'), batch.dateReason),
      ]}
      tabs={[
        {
          key: 'payments',
          name: say('batches.payments'),
          content: <BatchPayments batchId={batch.id} first={batch.payments} />,
        },
        {
          key: 'findings',
          name: say('findings.tab'),
          content: <BatchFindings batchId={batch.id} />,
        },
        { key: 'parts', name: say('batches.bySource'), content: <PartsTable parts={batch.parts} /> },
        ...(can('payment-file.download')
          ? [{ key: 'files', name: say('paymentFiles.tab'), content: <PaymentFiles batchId={batch.id} /> }]
          : []),
      ]}
    />
  );
});

function stepsOf(
  batch: Batch,
  names: { readonly prepared: string; readonly approved: string; readonly paid: string },
): readonly Step[] {
  const gone = batch.status === 'RETURNED';
  const state = (done: boolean, next: boolean): Step['state'] => (done ? 'done' : next && !gone ? 'now' : 'coming');
  return [
    { name: names.prepared, state: 'done', who: batch.preparedBy, at: batch.preparedAt },
    {
      name: names.approved,
      state: state(batch.approvedBy !== null, true),
      who: batch.approvedBy ?? undefined,
      at: batch.approvedAt,
    },
    {
      name: names.paid,
      state: state(batch.paidBy !== null, batch.approvedBy !== null),
      who: batch.paidBy ?? undefined,
      at: batch.paidAt,
    },
  ];
}

function BatchNotice({ batch }: { readonly batch: Batch }): ReactElement | null {
  const say = useWords();
  const can = useCan();
  const findings = useFindings(batch.id, isUnderWay(batch)) ?? [];
  if (batch.status === 'RETURNED') {
    return (
      <Alert severity="warning" sx={{ mb: 2 }}>
        {say('batches.returnedBy', { who: batch.returnedBy ?? '', reason: batch.returnReason ?? '' })}
      </Alert>
    );
  }
  const mayNotApprove = batch.status === 'PREPARED' && (can('batch.approve') || can('batch.prepare'));
  const mayNotPay = batch.status === 'APPROVED' && can('batch.pay');
  const locked = batch.lockedForMe && (mayNotApprove || mayNotPay);
  const toAnswer = openFindings(findings).length;
  return (
    <>
      <HeldPayments batch={batch} />
      {toAnswer > 0 ? (
        <Alert severity="warning" sx={{ mb: 2 }}>
          <Link to="?tab=findings">{say('findings.toAnswer', { count: toAnswer })}</Link>
        </Alert>
      ) : null}
      {locked ? (
        <Alert severity="info" icon={<LockOutlined fontSize="inherit" />} sx={{ mb: 2 }}>
          {batch.lockReason}
        </Alert>
      ) : null}
    </>
  );
}

function HeldPayments({ batch }: { readonly batch: Batch }): ReactElement | null {
  const say = useWords();
  if (batch.heldPayments.length === 0) return null;
  return (
    <Alert severity="error" sx={{ mb: 2 }}>
      <strong>{say('batches.held', { count: batch.heldPayments.length })}</strong>
      {batch.heldPayments.map(({ id, payeeName, amount: sum, grant }) => (
        <div key={id}>
          <Link to={`/grants/${grant.id}`}>{payeeName}</Link> {money(sum)}
          <HoldLines holds={grant.holds} />
        </div>
      ))}
    </Alert>
  );
}

function BatchActions({ batch }: { readonly batch: Batch }): ReactElement {
  const say = useWords();
  const can = useCan();
  const fileName = say('batches.fileName', { number: batch.number });
  const files = can('payment-file.download') && batch.status !== 'PREPARED' && batch.status !== 'RETURNED';
  return (
    <>
      <BatchDecisions batch={batch} />
      {files ? (
        <Download url={batch.paymentFileUrl} fileName={`${fileName}.xlsx`} words={say('batches.paymentFileXlsx')} />
      ) : null}
      {files ? (
        <Download url={batch.paymentFileCsvUrl} fileName={`${fileName}.csv`} words={say('batches.paymentFileCsv')} />
      ) : null}
      {batch.status === 'PAID' && can('voucher.read') ? (
        <Download
          url={batch.vouchersUrl}
          fileName={`${say('batches.voucherFileName', { number: batch.number })}.pdf`}
          words={say('batches.vouchers', { count: batch.paymentCount })}
        />
      ) : null}
      {batch.status === 'PAID' && can('voucher.read') ? (
        <Download
          url={batch.vouchersArchiveUrl}
          fileName={`${say('batches.voucherFileName', { number: batch.number })}.zip`}
          words={say('batches.vouchersArchive')}
        />
      ) : null}
      {batch.status !== 'RETURNED' && can('voucher.read') ? (
        <Download
          url={batch.rosterUrl}
          fileName={`${say('batches.rosterFileName', { number: batch.number })}.xlsx`}
          words={say('batches.roster')}
        />
      ) : null}
    </>
  );
}
