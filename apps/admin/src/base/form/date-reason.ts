import { firstOrdinaryDay, localDate } from '@nuangong/primitives';
import { today } from '../display/dates.ts';
import type { Fact } from '../display/KeyFacts.tsx';
import type { Field } from './field.ts';

/**
 * Why a day of long ago is right: a field asked only where the day typed lies before 1 January of last year, or before
 * what it rests on, which the server takes only with a reason.
 */
export function dateReasonField(dayField: string, label: string, now: Date = new Date(), restsOn = ''): Field {
  const ordinary: string = firstOrdinaryDay(localDate(today(now)));
  const first = ordinary < restsOn ? restsOn : ordinary;
  return { name: 'dateReason', label, when: (typed) => isDay(typed[dayField]) && (typed[dayField] ?? '') < first };
}

function isDay(text: string | undefined): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
}

/** The reason that was kept with a day of long ago, among a record's facts; none where none was. */
export function dateReasonFact(label: string, reason: string | null): readonly Fact[] {
  return reason === null ? [] : [{ name: label, value: reason }];
}
