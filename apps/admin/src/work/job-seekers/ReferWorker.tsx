import type { ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { today } from '../../base/display/dates.ts';
import { dateReasonField } from '../../base/form/date-reason.ts';
import { FormDialog } from '../../base/form/FormDialog.tsx';
import { openVacanciesQuery } from '../../base/graph/generated/job-seekers.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useCommand } from '../../base/graph/use-command.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { recordTrainingAttendance, referWorker } from './commands.ts';

interface SeekerProps {
  readonly seeker: { readonly id: string; readonly name: string; readonly registeredOn: string };
  readonly onClose: () => void;
}

/** Sends a job seeker to one of the open vacancies. */
export function ReferWorker({ seeker, onClose }: SeekerProps): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(referWorker);
  const vacancies = useAnswer(openVacanciesQuery, {}).data?.vacancies.items ?? [];
  const choices = vacancies.map(({ id, employer, trade, place, positions, filled }) => ({
    value: id,
    word: say('jobSeekers.vacancyWith', { employer, trade, place, left: positions - filled }),
  }));
  return (
    <FormDialog
      title={say('jobSeekers.refer')}
      consequence={say('jobSeekers.referConsequence', { name: seeker.name })}
      initial={{ referredOn: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'vacancyId', label: say('jobSeekers.vacancy'), kind: 'choice', choices },
        { name: 'referredOn', label: say('referrals.referredOn'), kind: 'date' },
        dateReasonField('referredOn', say('form.dateReason'), new Date(), seeker.registeredOn),
      ]}
      onSend={async ({ vacancyId = '', referredOn = '', dateReason = null }) => {
        const referral = { jobSeekerId: seeker.id, vacancyId, referredOn, dateReason };
        if ((await command.run(referral)) === undefined) return false;
        notify(say('jobSeekers.referred', { name: seeker.name }), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}

/** Records that a job seeker attended a course. */
export function RecordTraining({ seeker, onClose }: SeekerProps): ReactElement {
  const say = useWords();
  const notify = useNotify();
  const command = useCommand(recordTrainingAttendance);
  return (
    <FormDialog
      title={say('jobSeekers.recordTraining')}
      initial={{ attendedOn: today(new Date()) }}
      command={command}
      onCancel={onClose}
      fields={[
        { name: 'course', label: say('jobSeekers.course') },
        { name: 'attendedOn', label: say('jobSeekers.attendedOn'), kind: 'date' },
        dateReasonField('attendedOn', say('form.dateReason')),
      ]}
      onSend={async ({ course = '', attendedOn = '', dateReason = null }) => {
        const attendance = { jobSeekerId: seeker.id, course: course.trim(), attendedOn, dateReason };
        if ((await command.run(attendance)) === undefined) return false;
        notify(say('jobSeekers.trainingRecorded'), { type: 'success' });
        onClose();
        return true;
      }}
    />
  );
}
