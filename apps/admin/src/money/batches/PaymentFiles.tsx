import Alert from '@mui/material/Alert';
import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Skeleton from '@mui/material/Skeleton';
import { useState, type ReactElement } from 'react';
import { moment } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { batchFilesQuery } from '../../base/graph/generated/batches.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { checkPaymentFile, type CheckedFile } from './check-payment-file.ts';

/** Each payment file that was made of a batch, and a check whether a chosen file is one of them, unchanged. */
export function PaymentFiles({ batchId }: { readonly batchId: string }): ReactElement {
  const say = useWords();
  const batch = useAnswer(batchFilesQuery, { id: batchId }).data?.batch;
  if (batch == null) return <Skeleton variant="rectangular" height={120} />;
  return (
    <Box sx={{ display: 'grid', gap: 2 }}>
      <CheckFile url={batch.paymentFileCheckUrl} />
      {batch.paymentFiles.length === 0 ? (
        <p>{say('paymentFiles.none')}</p>
      ) : (
        <PlainTable
          caption={say('paymentFiles.made')}
          rows={batch.paymentFiles}
          keyOf={(file) => file.id}
          columns={[
            { head: say('paymentFiles.madeAt'), cell: (file) => moment(file.madeAt) },
            { head: say('paymentFiles.madeBy'), cell: (file) => file.madeBy },
            { head: say('paymentFiles.format'), cell: (file) => `.${file.format}` },
            {
              head: say('paymentFiles.content'),
              cell: (file) => say(file.contentChanged ? 'paymentFiles.contentChanged' : 'paymentFiles.contentSame'),
            },
            {
              head: say('paymentFiles.digest'),
              cell: (file) => <code style={{ overflowWrap: 'anywhere' }}>{file.digest}</code>,
            },
          ]}
        />
      )}
    </Box>
  );
}

function CheckFile({ url }: { readonly url: string }): ReactElement {
  const say = useWords();
  const [checked, setChecked] = useState<CheckedFile>();
  const [pending, setPending] = useState(false);
  const check = async (file: File | undefined): Promise<void> => {
    if (file === undefined) return;
    setPending(true);
    setChecked(await checkPaymentFile(url, file));
    setPending(false);
  };
  return (
    <div>
      <Button component="label" variant="outlined" loading={pending}>
        {say('paymentFiles.check')}
        <input
          hidden
          type="file"
          accept=".xlsx,.csv"
          onChange={(event) => {
            void check(event.target.files?.[0]);
            event.target.value = '';
          }}
        />
      </Button>
      <Box aria-live="polite" sx={{ mt: 1 }}>
        {checked === undefined ? null : <Verdict checked={checked} />}
      </Box>
    </div>
  );
}

function Verdict({ checked }: { readonly checked: CheckedFile }): ReactElement {
  const say = useWords();
  switch (checked.kind) {
    case 'UNREAD':
      return <Alert severity="error">{say('display.faultOffline')}</Alert>;
    case 'UNKNOWN':
      return <Alert severity="error">{say('paymentFiles.unknown', { name: checked.name })}</Alert>;
    case 'MADE':
      return (
        <Alert severity="success">
          {say('paymentFiles.same', { name: checked.name, who: checked.madeBy, at: moment(checked.madeAt) })}
        </Alert>
      );
  }
}
