import type { ReactElement } from 'react';
import { Link } from 'react-router-dom';
import { useCan } from '../../base/auth/use-staff.ts';
import { entriesAt } from './journal-entry.ts';

/** The number of an entry or an account, linked to the entries behind it for those who may read them. */
export function EntryLink({
  number,
  of,
}: {
  readonly number: string;
  readonly of: Parameters<typeof entriesAt>[0];
}): ReactElement {
  return useCan()('ledger.read') ? <Link to={entriesAt(of)}>{number}</Link> : <>{number}</>;
}
