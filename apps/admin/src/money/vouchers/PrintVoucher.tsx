import type { ReactElement } from 'react';
import { useGetOne } from 'react-admin';
import { useParams } from 'react-router-dom';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { PrintSheet } from '../../base/print/PrintSheet.tsx';
import { VoucherPaper } from './VoucherPaper.tsx';

/** One voucher on A4. */
export default function PrintVoucher(): ReactElement {
  const say = useWords();
  const { id = '' } = useParams();
  const { data: voucher, error } = useGetOne<DetailOf<'vouchers'>>('vouchers', { id });
  return (
    <PrintSheet
      title={`${voucher?.form.title ?? say('payments.voucher')} ${voucher?.number ?? ''}`}
      ready={voucher !== undefined}
    >
      {error ? <FaultNotice fault={error} /> : null}
      {voucher === undefined ? null : <VoucherPaper form={voucher.form} />}
    </PrintSheet>
  );
}
