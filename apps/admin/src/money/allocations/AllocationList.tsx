import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { DataTable, useGetList, useNotify } from 'react-admin';
import { Link } from 'react-router-dom';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { day } from '../../base/display/dates.ts';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { amount } from '../../base/display/money.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { ListPage } from '../../base/list/ListPage.tsx';
import { AllocationTag } from './AllocationTag.tsx';
import { receiveAllocation } from './commands.ts';
import { Matching } from './Matching.tsx';
import { SendAllocation } from './SendAllocation.tsx';

type Row = ItemOf<'allocations'>;

const nowrap = { whiteSpace: 'nowrap' } as const;

/** Transfers between the city and its counties, seen by both: in transit until received, with the matched amounts. */
export default function AllocationList(): ReactElement {
  const say = useWords();
  const term = useTerm();
  const can = useCan();
  const staff = useStaff();
  const [sending, setSending] = useState(false);
  const [receiving, setReceiving] = useState<Row>();
  const sends = can('allocation.send') && staff?.organization.kind !== 'COUNTY';
  const receives = (row: Row): boolean =>
    row.status === 'IN_TRANSIT' && can('allocation.receive') && row.toOrganizationId === staff?.organization.id;
  const send = sends ? (
    <Button variant="contained" onClick={() => setSending(true)}>
      {say('allocations.send')}
    </Button>
  ) : undefined;
  return (
    <>
      <ListPage<Row>
        resource="allocations"
        title={say('allocations.title')}
        lead={
          <>
            {say('allocations.lead')}
            <ToReceive receives={receives} onReceive={setReceiving} />
          </>
        }
        actions={send}
        empty={<EmptyState title={say('allocations.emptyTitle')} why={say('allocations.emptyWhy')} action={send} />}
        phone={(row) => ({
          to: `/allocations/${row.id}`,
          name: `${row.fromOrganizationName} → ${row.toOrganizationName}`,
          detail: `${amount(row.amount)} · ${day(row.sentOn)}`,
          mark: <AllocationTag status={row.status} />,
        })}
      >
        <DataTable.Col
          label={say('allocations.number')}
          render={(row: Row) => (
            <Link to={`/allocations/${row.id}`} style={nowrap}>
              {row.number}
            </Link>
          )}
        />
        <DataTable.Col label={say('allocations.status')} render={(row: Row) => <AllocationTag status={row.status} />} />
        <DataTable.Col align="right" label={say('allocations.amount')} render={(row: Row) => amount(row.amount)} />
        <DataTable.Col label={say('allocations.to')} render={(row: Row) => row.toOrganizationName} />
        <DataTable.Col label={say('allocations.source')} render={(row: Row) => term('fundSource', row.source)} />
        <DataTable.Col label={say('allocations.matching')} render={(row: Row) => <Matching row={row} />} />
        <DataTable.Col align="right" label={say('allocations.unspent')} render={(row: Row) => amount(row.unspent)} />
        <DataTable.Col
          label={say('allocations.sentOn')}
          render={(row: Row) => <span style={nowrap}>{day(row.sentOn)}</span>}
        />
        <DataTable.Col
          label={say('allocations.receivedOn')}
          render={(row: Row) => <span style={nowrap}>{day(row.receivedOn)}</span>}
        />
        <DataTable.Col label={say('allocations.from')} render={(row: Row) => row.fromOrganizationName} />
      </ListPage>
      {sending ? <SendAllocation onClose={() => setSending(false)} /> : null}
      {receiving === undefined ? null : (
        <ReceiveAllocation allocation={receiving} onClose={() => setReceiving(undefined)} />
      )}
    </>
  );
}

/** Allocations in transit to the own unit, to be acknowledged; visible at every width. */
function ToReceive(props: {
  readonly receives: (row: Row) => boolean;
  readonly onReceive: (row: Row) => void;
}): ReactElement {
  const say = useWords();
  const { data = [] } = useGetList<Row>('allocations', { pagination: { page: 1, perPage: 50 } });
  return (
    <>
      {data.filter(props.receives).map((row) => (
        <Alert
          key={row.id}
          severity="info"
          sx={{ mt: 1 }}
          action={
            <Button size="small" variant="contained" onClick={() => props.onReceive(row)}>
              {say('allocations.receive')}
            </Button>
          }
        >
          {say('allocations.toReceive', {
            from: row.fromOrganizationName,
            amount: amount(row.amount),
            number: row.number,
          })}
        </Alert>
      ))}
    </>
  );
}

function ReceiveAllocation({
  allocation,
  onClose,
}: {
  readonly allocation: Row;
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const term = useTerm();
  const notify = useNotify();
  const command = useCommand(receiveAllocation);
  const decide = async (): Promise<void> => {
    if ((await command.run({ allocationId: allocation.id })) === undefined) return;
    notify(say('allocations.received', { number: allocation.number }), { type: 'success' });
    onClose();
  };
  return (
    <ConfirmDialog
      open
      title={say('allocations.receive')}
      problems={command.problems}
      pending={command.pending}
      onCancel={onClose}
      onConfirm={() => void decide()}
      consequence={say('allocations.receiveConsequence', {
        from: allocation.fromOrganizationName,
        amount: amount(allocation.amount),
        source: term('fundSource', allocation.source),
      })}
    />
  );
}
