import { localMinuteAt } from './local-date.ts';
import type { Bilingual } from './result.ts';

/** Who acted on a record last, under the name they had then, and when (an instant). */
export interface Hand {
  readonly by: string;
  readonly at: Date | string;
}

/** By whom and when, to begin a refusal with: 李建国于 2026-12-01 14:08. */
export function handWords({ by, at }: Hand): Bilingual {
  const minute = localMinuteAt(new Date(at));
  return { zh: `${by}于 ${minute} `, en: `${by}, ${minute}` };
}
