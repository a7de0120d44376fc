import { hardshipCause, hardshipClass, type HardshipCause, type HardshipClass } from '@nuangong/events';
import { fen, formatYuanGrouped, type Bilingual, type Fen, type LocalDate } from '@nuangong/primitives';

export const hardshipCauses: readonly HardshipCause[] = hardshipCause.options;
export const hardshipClasses: readonly HardshipClass[] = hardshipClass.options;

/** The dibao line in force for a household on a day: income per head and month, and the margin above it. */
export interface DibaoLineInForce {
  readonly from: LocalDate;
  readonly monthlyPerCapita: Fen;
  /** In hundredths: 150 is one and a half times the line. */
  readonly marginHundredths: bigint;
  readonly organizationName: string;
}

/** The facts that decide the class: income per head and month in fen, and the causes. */
export interface HardshipFacts {
  readonly perCapitaIncome: Fen;
  readonly causes: readonly HardshipCause[];
}

const suddenCauses: ReadonlySet<HardshipCause> = new Set(['MAJOR_ILLNESS', 'ACCIDENT', 'DISASTER']);

/** The highest income that counts as marginal, in fen. */
export function marginOf(line: DibaoLineInForce): Fen {
  return fen((line.monthlyPerCapita * line.marginHundredths) / 100n);
}

/**
 * The class of hardship (困难类别): BELOW_LINE; else SUDDEN if illness, accident or disaster is among the causes; else
 * MARGINAL up to the margin. Null where none applies, or where no line is in force that day.
 */
export function hardshipClassOf(facts: HardshipFacts, line: DibaoLineInForce | undefined): HardshipClass | null {
  if (line === undefined) return null;
  if (facts.perCapitaIncome < line.monthlyPerCapita) return 'BELOW_LINE';
  if (facts.causes.some((cause) => suddenCauses.has(cause))) return 'SUDDEN';
  return facts.perCapitaIncome <= marginOf(line) ? 'MARGINAL' : null;
}

/** Explains the class with the figures that decided it. */
export function explainHardship(facts: HardshipFacts, line: DibaoLineInForce | undefined): Bilingual {
  if (line === undefined) {
    return {
      zh: '当日没有生效的低保线，由县级工会录入后重新判定',
      en: 'No dibao line is in force on this day. The county must enter it first.',
    };
  }
  const income = formatYuanGrouped(facts.perCapitaIncome);
  const limit = formatYuanGrouped(line.monthlyPerCapita);
  const margin = formatYuanGrouped(marginOf(line));
  const since = `${line.organizationName} ${line.from}`;
  switch (hardshipClassOf(facts, line)) {
    case 'BELOW_LINE':
      return {
        zh: `家庭月人均收入 ${income} 元，低于低保线 ${limit} 元（${since} 起）`,
        en: `Per-capita monthly income of ${income} yuan is below the dibao line of ${limit} (${since}).`,
      };
    case 'SUDDEN':
      return {
        zh: `家庭月人均收入 ${income} 元，不低于低保线 ${limit} 元；因意外事件、重大疾病或自然灾害致困`,
        en: `Per-capita monthly income of ${income} yuan is not below the line of ${limit}; the cause was sudden.`,
      };
    case 'MARGINAL':
      return {
        zh: `家庭月人均收入 ${income} 元，不低于低保线 ${limit} 元，不高于边缘线 ${margin} 元`,
        en: `Per-capita monthly income of ${income} yuan is between the line of ${limit} and the margin of ${margin}.`,
      };
    case null:
      return {
        zh: `家庭月人均收入 ${income} 元，高于边缘线 ${margin} 元，且没有意外、大病或灾害，不属于困难职工家庭`,
        en: `Per-capita monthly income of ${income} yuan is above the margin of ${margin}, and there is no sudden cause: no class.`,
      };
  }
}

const newGenerationFrom = '1980-01-01';

/** Whether a migrant worker is of the new generation (新生代农民工): born on or after 1 January 1980. */
export function isNewGeneration(migrantWorker: boolean, birthDate: LocalDate): boolean {
  return migrantWorker && birthDate >= newGenerationFrom;
}
