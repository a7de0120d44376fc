import Alert from '@mui/material/Alert';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useGetList, useNotify } from 'react-admin';
import { useCan, useStaff } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { day } from '../../base/display/dates.ts';
import { amount } from '../../base/display/money.ts';
import type { ItemOf } from '../../base/graph/resources.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import type { ListStart } from '../../base/list/ListFrame.tsx';
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
  const [receiving, setReceiving] = useState<Row>();
  const receives = (row: Row): boolean =>
    row.status === 'IN_TRANSIT' && can('allocation.receive') && row.toOrganizationId === staff?.organization.id;
  const send: ListStart = {
    may: 'allocation.send',
    words: say('allocations.send'),
    dialog: (onClose) => <SendAllocation onClose={onClose} />,
  };
  return (
    <>
      <ListPage
        texts="allocations"
        resource="allocations"
        lead={
          <>
            {say('allocations.lead')}
            <ToReceive receives={receives} onReceive={setReceiving} />
          </>
        }
        starts={staff?.organization.kind === 'COUNTY' ? [] : [send]}
        phone={(row) => ({
          name: `${row.fromOrganizationName} → ${row.toOrganizationName}`,
          detail: `${amount(row.amount)} · ${day(row.sentOn)}`,
          mark: <AllocationTag status={row.status} />,
        })}
        columns={[
          {
            head: say('allocations.number'),
            sort: 'NUMBER',
            cell: (row) => <span style={nowrap}>{row.number}</span>,
            link: true,
          },
          { head: say('allocations.status'), cell: (row) => <AllocationTag status={row.status} /> },
          { head: say('allocations.amount'), sort: 'AMOUNT', right: true, cell: (row) => amount(row.amount) },
          { head: say('allocations.to'), cell: (row) => row.toOrganizationName },
          { head: say('allocations.source'), cell: (row) => term('fundSource', row.source) },
          { head: say('allocations.matching'), cell: (row) => <Matching row={row} /> },
          { head: say('allocations.unspent'), right: true, cell: (row) => amount(row.unspent) },
          {
            head: say('allocations.sentOn'),
            sort: 'SENT',
            cell: (row) => <span style={nowrap}>{day(row.sentOn)}</span>,
          },
          { head: say('allocations.receivedOn'), cell: (row) => <span style={nowrap}>{day(row.receivedOn)}</span> },
          { head: say('allocations.from'), cell: (row) => row.fromOrganizationName },
        ]}
      />
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
