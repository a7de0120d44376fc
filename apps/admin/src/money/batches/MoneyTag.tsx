import type { ReactElement } from 'react';
import { StatusTag, type Tone } from '../../base/display/StatusTag.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';

const tones: Readonly<Record<'grantStatus' | 'batchStatus' | 'paymentStatus', Readonly<Record<string, Tone>>>> = {
  grantStatus: {
    COMMITTED: 'moving',
    AWAITING_FUNDS: 'wait',
    IN_BATCH: 'moving',
    PAID: 'done',
    RELEASED: 'still',
    HELD: 'stop',
  },
  batchStatus: { PREPARED: 'wait', APPROVED: 'moving', PAID: 'done', RETURNED: 'still' },
  paymentStatus: { PENDING: 'wait', PAID: 'done', RETURNED: 'stop' },
};

/** How far a grant, a batch or a payment is. */
export function MoneyTag(props: { readonly of: keyof typeof tones; readonly status: string }): ReactElement {
  const term = useTerm();
  return <StatusTag tone={tones[props.of][props.status] ?? 'still'} word={term(props.of, props.status)} />;
}
