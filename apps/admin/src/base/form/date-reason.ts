import { firstOrdinaryDay, localDate } from '@nuangong/primitives';
import { today } from '../display/dates.ts';
import type { Fact } from '../display/KeyFacts.tsx';
import type { Field } from './field.ts';

/**
 * The reason for an old date: a field shown only if the typed day is before 1 January of last year, or before the date
 * it depends on, which the server accepts only with a reason.
 */
export function dateReasonField(dayField: string, label: string, now: Date = new Date(), restsOn = ''): Field {
  const ordinary: string = firstOrdinaryDay(localDate(today(now)));
  const first = ordinary < restsOn ? restsOn : ordinary;
  return { name: 'dateReason', label, when: (typed) => isDay(typed[dayField]) && (typed[dayField] ?? '') < first };
}

function isDay(text: string | undefined): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text ?? '');
}

/** The recorded reason for an old date, as a fact of a record; nothing if there is none. */
export function dateReasonFact(label: string, reason: string | null): readonly Fact[] {
  return reason === null ? [] : [{ name: label, value: reason }];
}
