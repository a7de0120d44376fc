import {
  isAfter,
  isUuid,
  ok,
  parseLocalDate,
  plainText,
  problem,
  refuse,
  type Bilingual,
  type LocalDate,
  type Result,
} from '@nuangong/primitives';

/**
 * Reads a text that must be there, its ends' spaces cut; refuses with TEXT_MISSING or TEXT_TOO_LONG.
 *
 * @param what what the text is called, where the form leaves its absence for this to tell.
 */
export function readRequiredText(
  typed: string | null | undefined,
  field: string,
  most: number,
  what: Bilingual = { zh: '此项', en: 'This' },
): Result<string> {
  const text = (typed ?? '').trim();
  if (plainText(text) === '') {
    return refuse(problem('TEXT_MISSING', missing(what), field));
  }
  return bounded(text, field, most);
}

const missing = ({ zh, en }: Bilingual): Bilingual => ({
  zh: `${zh}没有填写，补填后提交`,
  en: `${en} is empty; fill it in`,
});

/** Reads a text that may be left out: null then; refuses with TEXT_TOO_LONG. */
export function readOptionalText(typed: string | null | undefined, field: string, most: number): Result<string | null> {
  const text = (typed ?? '').trim();
  return plainText(text) === '' ? ok(null) : bounded(text, field, most);
}

/** Reads a whole number within bounds; refuses with NUMBER_OUT_OF_RANGE. */
export function readCount(count: number, field: string, least: number, most: number): Result<number> {
  if (Number.isSafeInteger(count) && count >= least && count <= most) return ok(count);
  const zh = `应为 ${least} 至 ${most} 的整数，核对后重录`;
  return refuse(problem('NUMBER_OUT_OF_RANGE', { zh, en: `Use a whole number from ${least} to ${most}` }, field));
}

/** Reads the day on which something happened, today where it is left out; refuses a day that has not come. */
export function readPastDay(typed: string | null | undefined, field: string, today: LocalDate): Result<LocalDate> {
  if (typed == null || typed.trim() === '') return ok(today);
  const day = parseLocalDate(typed, { field });
  if (!day.ok || !isAfter(day.value, today)) return day;
  return refuse(
    problem(
      'DATE_IN_FUTURE',
      { zh: '日期不能晚于今天，核对后重录', en: 'The day lies in the future; check it' },
      field,
    ),
  );
}

/** The ids among texts that a client sent: others belong to no record. */
export function onlyIds(ids: readonly string[]): string[] {
  return ids.filter(isUuid);
}

function bounded(text: string, field: string, most: number): Result<string> {
  if (Array.from(text).length <= most) return ok(text);
  const zh = `此项不超过 ${most} 个字，缩短后提交`;
  return refuse(problem('TEXT_TOO_LONG', { zh, en: `Use at most ${most} characters` }, field));
}
