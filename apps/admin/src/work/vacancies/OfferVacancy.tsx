import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { offerVacancy } from './commands.ts';

/** Registers a vacancy; criteria that the law forbids are reported at their field, with the ground. */
export function OfferVacancy({ onClose }: { readonly onClose: () => void }): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(offerVacancy);
  return (
    <FormDialog
      title={say('vacancies.offer')}
      draft="offer-vacancy"
      initial={{ offeredOn: today(new Date()), positions: '1' }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'employer', label: say('vacancies.employer') },
        { name: 'trade', label: say('vacancies.trade') },
        { name: 'place', label: say('vacancies.place') },
        { name: 'positions', label: say('vacancies.positions'), kind: 'number' },
        { name: 'monthlyPayFrom', label: say('vacancies.payFrom'), kind: 'money' },
        { name: 'monthlyPayTo', label: say('vacancies.payTo'), kind: 'money', optional: true },
        {
          name: 'requirements',
          label: say('vacancies.requirements'),
          kind: 'long',
          optional: true,
          help: say('vacancies.requirementsHelp'),
        },
        { name: 'forLaidOff', label: say('vacancies.forLaidOff'), kind: 'tick' },
        { name: 'offeredOn', label: say('vacancies.offeredOn'), kind: 'date' },
        dateReasonField('offeredOn', say('form.dateReason')),
      ]}
      onSend={async (typed) => {
        const {
          employer = '',
          trade = '',
          place = '',
          positions = '',
          monthlyPayFrom = '',
          monthlyPayTo = '',
          requirements = '',
          forLaidOff = '',
          offeredOn = '',
          dateReason = null,
        } = typed;
        const result = await command.run({
          employer: employer.trim(),
          trade: trade.trim(),
          place: place.trim(),
          positions: Number(positions),
          monthlyPayFrom: monthlyPayFrom.trim(),
          monthlyPayTo: monthlyPayTo.trim() === '' ? null : monthlyPayTo.trim(),
          requirements: requirements.trim() === '' ? null : requirements.trim(),
          forLaidOff: forLaidOff === 'yes',
          offeredOn,
          dateReason,
        });
        if (result === undefined) return false;
        notify(say('vacancies.offered', { employer: employer.trim() }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}
