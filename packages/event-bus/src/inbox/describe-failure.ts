import { hiddenTextsOf, mask } from '@nuangong/events';
import { describeError } from '../describe-error.ts';

/** Why an event could not be handled, in words that may be stored, shown and logged. */
export type Failure = { readonly cause: string; readonly stack: string | null };

const mostCharacters = 2_000;

/** Describes a failure without any sensitive value of the event; the stack has only code positions. */
export function describeFailure(error: unknown, envelope: unknown): Failure {
  let cause = describeError(error);
  for (const hidden of hiddenTextsOf(envelope)) cause = cause.replaceAll(hidden, mask);
  // In a form that a database accepts: without NUL, and without half a character at the end.
  return { cause: cause.replaceAll('\u0000', '').slice(0, mostCharacters).toWellFormed(), stack: placesOf(error) };
}

/** The `at …` lines of an error and of its causes, without the messages, which may quote data. */
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
