import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { Field, Typed } from '../../base/form/field.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { recordMove } from './commands.ts';
import type { HouseholdDetail } from './HouseholdRecord.tsx';

const reasons = ['MARRIAGE', 'SEPARATION', 'HEAD_DIED', 'OTHER'] as const;
type Reason = (typeof reasons)[number];
const reasonOf = (typed: string | undefined): Reason => reasons.find((each) => each === typed) ?? 'OTHER';

/** Records that a member left the household; if it is the head, also the new head. */
export function RecordMove(props: {
  readonly household: HouseholdDetail;
  readonly member: HouseholdDetail['members'][number];
}): ReactElement {
  const { household, member } = props;
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(recordMove);
  const [open, setOpen] = useState(false);
  const [head, ...others] = household.members;
  const leaves = head?.id === member.id;
  const fields: readonly Field[] = [
    {
      name: 'reason',
      label: say('move.reason'),
      kind: 'choice',
      choices: reasons.map((value) => ({ value, word: say(`move.reasons.${value}`) })),
    },
    { name: 'movedOn', label: say('move.movedOn'), kind: 'date' },
    dateReasonField('movedOn', say('form.dateReason')),
    {
      name: 'successorId',
      label: say('move.successor'),
      kind: 'choice',
      when: () => leaves,
      choices: others.map(({ id, name, relation }) => ({ value: id, word: `${name}（${relation}）` })),
    },
    { name: 'why', label: say('move.why'), kind: 'long', help: say('move.whyHelp') },
  ];
  const send = async (typed: Typed): Promise<boolean> => {
    const result = await command.run({
      householdId: household.id,
      version: household.caseFile?.version ?? 0,
      memberId: member.id,
      reason: reasonOf(typed['reason']),
      movedOn: typed['movedOn'] ?? '',
      dateReason: typed['dateReason'] ?? null,
      why: (typed['why'] ?? '').trim(),
      successorId: typed['successorId'] ?? null,
    });
    if (result === undefined) return false;
    setOpen(false);
    notify(say('move.done', { name: member.name }), { type: 'success' });
    return true;
  };
  return (
    <>
      <Button size="small" aria-label={say('move.recordOf', { name: member.name })} onClick={() => setOpen(true)}>
        {say('move.record')}
      </Button>
      {open ? (
        <FormDialog
          title={say('move.recordOf', { name: member.name })}
          consequence={say('move.consequence')}
          fields={fields}
          draft={`record-move-${member.id}`}
          command={command}
          onCancel={() => setOpen(false)}
          onSend={send}
        />
      ) : null}
    </>
  );
}
