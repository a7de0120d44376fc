import type { Bilingual } from '@nuangong/primitives';
import { formatValue, type CellValue } from './cell-value.ts';
import { cellInWords, cellsOf, findCell, type CheckDefinition, type FormDefinition } from './form.ts';

/** The result of a check; `cells` are those that it concerns. */
export interface CheckOutcome {
  readonly code: string;
  readonly ok: boolean;
  readonly severity: 'ERROR' | 'WARNING';
  readonly message: Bilingual;
  readonly cells: readonly string[];
}

/**
 * Runs every check of a form over the values; a missing part counts as 0, and a check whose whole is missing is
 * skipped.
 */
export function checkTable(form: FormDefinition, valueOf: (key: string) => CellValue | null): readonly CheckOutcome[] {
  const numberOf = (key: string): bigint | null => {
    const value = valueOf(key);
    return typeof value === 'bigint' ? value : null;
  };
  const outcomes = form.checks.flatMap((check) => {
    const whole = numberOf(check.whole);
    const given = check.parts.flatMap((key) => numberOf(key) ?? []);
    return whole === null || given.length === 0 ? [] : [outcomeOf(form, check, whole, total(given))];
  });
  return [...outcomes, ...missing(form, valueOf)];
}

const total = (values: readonly bigint[]): bigint => values.reduce((sum, value) => sum + value, 0n);

function outcomeOf(form: FormDefinition, check: CheckDefinition, whole: bigint, parts: bigint): CheckOutcome {
  const holds = check.relation === 'SUM_EQUALS_WHOLE' ? whole === parts : parts <= whole;
  const type = findCell(form, check.whole)?.type ?? 'COUNT';
  const shown = (value: bigint) => formatValue({ type }, value);
  const named = (language: keyof Bilingual) => ({
    whole: cellInWords(form, check.whole)[language],
    sum: check.parts.map((key) => cellInWords(form, key)[language]).join(' + '),
  });
  const [zh, en] = [named('zh'), named('en')];
  const sign = check.relation === 'SUM_EQUALS_WHOLE' ? '=' : '≥';
  const words = {
    PART_WITHIN_WHOLE: { zh: `${zh.sum} 不应大于 ${zh.whole}`, en: `${en.sum} must not be above ${en.whole}` },
    SUM_EQUALS_WHOLE: { zh: `${zh.whole} 应等于 ${zh.sum}`, en: `${en.whole} must equal ${en.sum}` },
    SUM_WITHIN_WHOLE: {
      zh: `${zh.sum} 之和不应大于 ${zh.whole}`,
      en: `The sum ${en.sum} must not be above ${en.whole}`,
    },
  }[check.relation];
  return {
    code: `${check.whole} ${sign} ${check.parts.join(' + ')}`,
    ok: holds,
    severity: check.severity,
    message: holds
      ? { zh: `${words.zh}：相符`, en: `${words.en}: holds` }
      : {
          zh: `${words.zh}：现为 ${shown(parts)} 与 ${shown(whole)}，核对后改填`,
          en: `${words.en}: currently ${shown(parts)} and ${shown(whole)}; check and correct`,
        },
    cells: [check.whole, ...check.parts],
  };
}

function missing(form: FormDefinition, valueOf: (key: string) => CellValue | null): readonly CheckOutcome[] {
  const empty = cellsOf(form).filter((cell) => cell.kind === 'ENTERED' && valueOf(cell.key) === null);
  if (empty.length === 0) return [];
  const cells = empty.map((cell) => cell.key);
  const message = {
    zh: `还有 ${cells.length} 格未填报，没有的填 0`,
    en: `${cells.length} cells are not entered; enter 0 for none`,
  };
  return [{ code: 'NOT_ENTERED', ok: false, severity: 'WARNING', message, cells }];
}
