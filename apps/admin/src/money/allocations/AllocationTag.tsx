import type { ReactElement } from 'react';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';

/** Whether an allocation is still on its way. */
export function AllocationTag({ status }: { readonly status: string }): ReactElement {
  const term = useTerm();
  return <StatusTag tone={status === 'RECEIVED' ? 'done' : 'moving'} word={term('allocationStatus', status)} />;
}
