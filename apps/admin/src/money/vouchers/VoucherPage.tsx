import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { RelatedLinks } from '../batches/PaymentRecord.tsx';
import { Download } from '../../base/display/Download.tsx';
import { KeyFacts } from '../../base/display/KeyFacts.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { EntryLink } from '../ledger/EntryLink.tsx';
import { monthOfEntry } from '../ledger/journal-entry.ts';
import { VoucherPaper } from './VoucherPaper.tsx';
import { recordPage } from '../../base/record/record-page.tsx';

/** One voucher (困难补助资金发放凭证) as printed, with links to the payment behind it. */
export default recordPage('vouchers', function VoucherPage({ record: voucher }): ReactElement {
  const say = useWords();
  const { payment } = voucher;
  return (
    <>
      <PageHead title={`${say('payments.voucher')} ${voucher.number}`} lead={voucher.householdHead}>
        <Download primary url={voucher.pdfUrl} fileName={`${voucher.number}.pdf`} words={say('vouchers.download')} />
        <Button component={Link} to={`/print/voucher/${voucher.id}`} target="_blank">
          {say('vouchers.print')}
        </Button>
      </PageHead>
      {payment.status === 'RETURNED' ? (
        <Alert severity="error" sx={{ mb: 2 }}>
          {say('vouchers.returnedPayment')}
        </Alert>
      ) : null}
      <Card component="section" aria-label={say('vouchers.links')} sx={{ p: 2, mb: 2 }}>
        <KeyFacts
          facts={[
            {
              name: say('vouchers.payment'),
              value: (
                <Link to={`/payments/${payment.id}`}>{say('payments.title', { name: voucher.householdHead })}</Link>
              ),
            },
            {
              name: say('vouchers.entry'),
              value: <EntryLink number={voucher.entryNumber} of={{ month: monthOfEntry(voucher.entryNumber) }} />,
            },
            {
              name: say('vouchers.links'),
              value: (
                <RelatedLinks
                  applicationId={voucher.applicationId}
                  eligibilityDecisionId={voucher.eligibilityDecisionId}
                  householdId={payment.householdId}
                />
              ),
            },
          ]}
        />
      </Card>
      <Box sx={{ overflowX: 'auto' }} tabIndex={0} role="region" aria-label={voucher.form.title}>
        <VoucherPaper form={voucher.form} />
      </Box>
    </>
  );
});
