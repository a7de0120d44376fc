import { GraphFault } from '../graph/fault.ts';
import type { Say } from '../i18n/use-words.ts';

/** The service's own words if it refuses, or what to do if it can't be reached. */
export function wordsOf(fault: unknown, say: Say): string {
  if (!(fault instanceof GraphFault)) return say('auth.offline');
  if (fault.message !== '') return fault.message;
  return Number(fault.status) === 401 ? say('auth.refused') : say('auth.offline');
}
