import { ok, problem, refuse, type Result } from './result.ts';

/** Reads a whole number from `least` to `most`; refuses with NUMBER_OUT_OF_RANGE. */
export function readWholeNumber(
  given: number,
  field: string,
  { least, most }: { readonly least: number; readonly most: number },
): Result<number> {
  if (Number.isSafeInteger(given) && given >= least && given <= most) return ok(given);
  const zh = `应为 ${least} 至 ${most} 的整数，核对后重录`;
  return refuse(problem('NUMBER_OUT_OF_RANGE', { zh, en: `Enter a whole number from ${least} to ${most}.` }, field));
}
