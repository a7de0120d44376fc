import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { useNavigate } from 'react-router-dom';
import { today } from '../../base/display/dates.ts';
import type { Field } from '../../base/form/field.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import type { LegalCaseKind } from '../../base/graph/generated/operation-types.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import type { PickedHousehold } from '../../register/households/PickHousehold.tsx';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { openLegalCase } from './commands.ts';
import { legalCaseKinds } from './legal-case-kinds.ts';

/** Opens a case; the limitation is computed from the facts asked for. */
export function OpenLegalCase(props: {
  readonly household: PickedHousehold | undefined;
  readonly onClose: () => void;
}): ReactElement {
  const { household } = props;
  const say = useWords();
  const notify = useNotify();
  const navigate = useNavigate();
  const command = useCommand(openLegalCase);
  return (
    <FormDialog
      title={say('legalCases.open')}
      consequence={say('legalCases.openConsequence')}
      initial={{
        kind: 'CONSULTATION',
        clientName: household?.head.name ?? '',
        persons: '1',
        migrantWorkers: household?.migrantWorker === true ? '1' : '0',
        openedOn: today(new Date()),
      }}
      command={command}
      onCancel={props.onClose}
      fields={useCaseFields()}
      onSend={async (typed) => {
        const {
          kind = 'CONSULTATION',
          clientName = '',
          persons = '',
          migrantWorkers = '',
          openedOn = '',
          content = '',
        } = typed;
        const given = (name: string): string | null =>
          typed[name] === undefined || typed[name] === '' ? null : typed[name];
        const result = await command.run({
          kind: kind as LegalCaseKind,
          clientName: clientName.trim(),
          householdId: household?.id ?? null,
          persons: Number(persons),
          migrantWorkers: Number(migrantWorkers),
          openedOn,
          content: content.trim() === '' ? null : content.trim(),
          violationKnownOn: given('violationKnownOn'),
          unpaidPay: typed['unpaidPay'] === 'yes',
          employmentEndedOn: given('employmentEndedOn'),
          dateReason: given('dateReason'),
        });
        if (result?.legalCase === undefined || result.legalCase === null) return false;
        const { id, limitationDate, limitationPassed } = result.legalCase;
        if (limitationPassed)
          notify(say('legalCases.openedPassed', { date: limitationDate ?? '' }), { type: 'warning' });
        else notify(say('legalCases.opened', { client: clientName.trim() }), { type: 'success' });
        navigate(`/legal-cases/${id}`);
        return true;
      }}
    />
  );
}

/** The fields of a case; those of the limitation only if they matter. */
function useCaseFields(): readonly Field[] {
  const say = useWords();
  const term = useTerm();
  return [
    {
      name: 'kind',
      label: say('legalCases.kind'),
      kind: 'choice',
      choices: legalCaseKinds.map((value) => ({ value, word: term('legalCaseKind', value) })),
    },
    { name: 'clientName', label: say('legalCases.client') },
    { name: 'persons', label: say('legalCases.persons'), kind: 'number' },
    { name: 'migrantWorkers', label: say('legalCases.migrantWorkers'), kind: 'number' },
    { name: 'openedOn', label: say('legalCases.openedOn'), kind: 'date' },
    { name: 'content', label: say('legalCases.content'), kind: 'long', optional: true },
    {
      name: 'violationKnownOn',
      label: say('legalCases.violationKnownOn'),
      kind: 'date',
      optional: true,
      help: say('legalCases.violationHelp'),
    },
    {
      name: 'unpaidPay',
      label: say('legalCases.unpaidPay'),
      kind: 'tick',
      help: say('legalCases.unpaidPayHelp'),
    },
    {
      name: 'employmentEndedOn',
      label: say('legalCases.employmentEndedOn'),
      kind: 'date',
      optional: true,
      help: say('legalCases.employmentEndedHelp'),
      when: (typed) => typed['unpaidPay'] === 'yes',
    },
    {
      ...dateReasonField('openedOn', say('form.dateReason')),
      when: (typed) =>
        ['openedOn', 'violationKnownOn', 'employmentEndedOn'].some(
          (day) => dateReasonField(day, '').when?.(typed) === true,
        ),
    },
  ];
}
