import { hiddenTextsOf, mask } from '@nuangong/events';
import { describeError } from '../describe-error.ts';

/** Why an event could not be handled, in words that may be kept, shown and logged. */
export type Failure = { readonly cause: string; readonly stack: string | null };

const mostCharacters = 2_000;

/** Describes a failure without any value of the event that may not be shown; the stack is its places alone. */
export function describeFailure(error: unknown, envelope: unknown): Failure {
  let cause = describeError(error);
  for (const hidden of hiddenTextsOf(envelope)) cause = cause.replaceAll(hidden, mask);
  // As a database keeps it: without NUL, and without the half of a character that a cut leaves.
  return { cause: cause.replaceAll('\u0000', '').slice(0, mostCharacters).toWellFormed(), stack: placesOf(error) };
}

/** The `at …` lines of an error and of its causes: where, without the words, which may quote data. */
function placesOf(error: unknown): string | null {
  if (!(error instanceof Error)) return null;
  const places = (error.stack ?? '')
    .replace(error.message, '')
    .split('\n')
    .filter((line) => isPlace.test(line));
  const own = [error.name, ...places].join('\n');
  const below = placesOf(error.cause);
  return below === null ? own : `${own}\ncaused by ${below}`;
}

const isPlace = /^ {4}at (?:[^\s].*\()?(?:file:|node:|\/|<anonymous>|async )\S*(?::\d+:\d+)?\)?$/u;
