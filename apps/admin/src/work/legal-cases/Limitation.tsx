import type { ReactElement } from 'react';
import { today } from '../../base/display/dates.ts';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { useWords } from '../../base/i18n/use-words.ts';
import { daysUntil, limitationTone } from './limitation.ts';

/** The last day to apply for arbitration and how far it is; reminders begin 30 days before. */
export function Limitation({ date, closed }: { readonly date: string | null; readonly closed: boolean }): ReactElement {
  const say = useWords();
  if (date === null) return <>{say('legalCases.noLimitation')}</>;
  if (closed) return <>{date}</>;
  const days = daysUntil(date, today(new Date()));
  const word =
    days === 0
      ? say('legalCases.lastDay')
      : days > 0
        ? say('legalCases.daysLeft', { days })
        : say('legalCases.overdue', { days: -days });
  return (
    <>
      {date} <StatusTag tone={limitationTone(days)} word={word} />
    </>
  );
}
