import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import Card from '@mui/material/Card';
import Typography from '@mui/material/Typography';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useCan } from '../../base/auth/use-staff.ts';
import { ConfirmDialog } from '../../base/display/ConfirmDialog.tsx';
import { Moment } from '../../base/display/Moment.tsx';
import { amount } from '../../base/display/money.ts';
import { PlainTable, type PlainColumn } from '../../base/display/PlainTable.tsx';
import { ReasonDialog } from '../../base/display/ReasonDialog.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import type { PendingEntriesQuery } from '../../base/graph/generated/operation-types.ts';
import { pendingEntriesQuery } from '../../base/graph/generated/pending-entries.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useSubject } from '../../base/display/use-subject.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { decidePendingEntry } from './commands.ts';

type Entry = PendingEntriesQuery['pendingEntries'][number];

/** Receipts and allocations above the limit: those that wait, with their document, and those that were decided. */
export function PendingEntries(): ReactElement | null {
  const say = useWords();
  const entries = useAnswer(pendingEntriesQuery, {}).data?.pendingEntries ?? [];
  const [decision, setDecision] = useState<{ readonly entry: Entry; readonly how: 'confirm' | 'sendBack' }>();
  if (entries.length === 0) return null;
  const columns: readonly PlainColumn<Entry>[] = [
    { head: say('pendingEntry.kind'), cell: ({ kind }) => say(`pendingEntry.${kind}`) },
    { head: say('pendingEntry.amount'), right: true, cell: (entry) => amount(entry.amount) },
    {
      head: say('pendingEntry.state'),
      cell: (entry) => <State entry={entry} onDecide={(how) => setDecision({ entry, how })} />,
    },
    { head: say('pendingEntry.fund'), cell: ({ fundName }) => fundName },
    { head: say('pendingEntry.counterpart'), cell: ({ counterpart }) => counterpart },
    { head: say('pendingEntry.document'), cell: ({ document }) => document },
    {
      head: say('pendingEntry.proposed'),
      cell: ({ proposedBy, proposedAt }) => <Moment who={proposedBy} at={proposedAt} />,
    },
  ];
  return (
    <Card component="section" aria-labelledby="pending-entries" sx={{ p: 2, mb: 2 }}>
      <Typography variant="h2" id="pending-entries">
        {say('pendingEntry.title')}
      </Typography>
      <Box sx={{ color: 'text.secondary', mb: 1 }}>{say('pendingEntry.lead')}</Box>
      <PlainTable caption={say('pendingEntry.title')} columns={columns} rows={entries} keyOf={({ id }) => id} />
      {decision === undefined ? null : <Decide {...decision} onClose={() => setDecision(undefined)} />}
    </Card>
  );
}

function State(props: {
  readonly entry: Entry;
  readonly onDecide: (how: 'confirm' | 'sendBack') => void;
}): ReactElement {
  const say = useWords();
  const can = useCan();
  const { carriedOut, decidedBy, opinion, isOwn } = props.entry;
  const by = decidedBy ?? '';
  if (carriedOut === true) return <StatusTag tone="done" word={say('pendingEntry.confirmed', { by })} />;
  if (carriedOut === false) {
    return <StatusTag tone="still" word={say('pendingEntry.sentBack', { by, why: opinion ?? '' })} />;
  }
  if (!can('entry.check')) return <StatusTag tone="wait" word={say('pendingEntry.waiting')} />;
  if (isOwn) return <>{say('pendingEntry.own')}</>;
  return (
    <Box sx={{ display: 'flex', gap: 1, whiteSpace: 'nowrap' }}>
      <Button size="small" onClick={() => props.onDecide('sendBack')}>
        {say('pendingEntry.sendBack')}
      </Button>
      <Button size="small" variant="contained" onClick={() => props.onDecide('confirm')}>
        {say('pendingEntry.confirm')}
      </Button>
    </Box>
  );
}

function Decide(props: {
  readonly entry: Entry;
  readonly how: 'confirm' | 'sendBack';
  readonly onClose: () => void;
}): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(decidePendingEntry, { announce: props.how === 'sendBack' });
  const subject = useSubject();
  const { id, kind, counterpart, document } = props.entry;
  const decide = async (opinion: string | null): Promise<void> => {
    const result = await command.run({ id, confirm: opinion === null, opinion });
    if (result === undefined) return;
    notify(say(opinion === null ? 'pendingEntry.confirmedDone' : 'pendingEntry.sentBackDone'), { type: 'success' });
    props.onClose();
  };
  if (props.how === 'sendBack') {
    return (
      <ReasonDialog
        open
        title={say('pendingEntry.sendBack')}
        subject={subject({ names: [counterpart], amount: props.entry.amount })}
        help={say('display.supplyHelp')}
        consequence={say('pendingEntry.sendBackConsequence')}
        pending={command.pending}
        onCancel={props.onClose}
        onDecide={(reason) => void decide(reason)}
      />
    );
  }
  return (
    <ConfirmDialog
      open
      title={say('pendingEntry.confirm')}
      consequence={say('pendingEntry.confirmConsequence', {
        kind: say(`pendingEntry.${kind}`),
        amount: amount(props.entry.amount),
        counterpart,
        document,
      })}
      pending={command.pending}
      problems={command.problems}
      onCancel={props.onClose}
      onConfirm={() => void decide(null)}
    />
  );
}
