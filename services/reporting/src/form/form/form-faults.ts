import type { Bilingual } from '@nuangong/primitives';
import { faultsOfRule } from '../rule/rule.ts';
import { cellsOf, isNumber, type CellDefinition, type FormDefinition } from './form.ts';

/**
 * The faults in a form's data, beyond its shape: codes and keys given twice, values that are unknown or not printed,
 * sums and checks over cells that are unknown, no numbers or of another unit, rules about something that no event
 * records.
 */
export function faultsOf(form: FormDefinition): readonly Bilingual[] {
  const cells = cellsOf(form);
  return [
    ...givenTwice(
      form.lines.map(({ code }) => code),
      { zh: '行号', en: 'line' },
    ),
    ...givenTwice(
      cells.map(({ key }) => key),
      { zh: '格', en: 'cell' },
    ),
    ...form.lines.flatMap(printedOtherwise),
    ...headingsWithoutLines(form),
    ...cells.flatMap((cell) => (cell.kind === 'COMPUTED' ? addingFaults(cells, [cell.key], cell.sumOf) : [])),
    ...form.checks.flatMap(({ whole, parts }) => addingFaults(cells, [whole], parts)),
    ...addedTooSoon(cells),
    ...cells.flatMap(faultsOfCell),
  ];
}

function givenTwice(given: readonly string[], what: Bilingual): readonly Bilingual[] {
  const doubled = new Set(given.filter((each, place) => given.indexOf(each) !== place));
  return [...doubled].map((each) => ({ zh: `${what.zh} ${each} 重复`, en: `the ${what.en} ${each} is given twice` }));
}

function printedOtherwise(line: FormDefinition['lines'][number]): readonly Bilingual[] {
  const printed = [...line.printed.matchAll(/\{([^}]+)\}/g)].map((match) => match[1] ?? '').join('、');
  const held = line.cells.map(({ key }) => key).join('、');
  if (printed === held) return [];
  return [
    {
      zh: `第 ${line.code} 行印出的是 ${printed || '（无）'}，所含的格是 ${held}，两者应一致`,
      en: `line ${line.code} prints ${printed || 'none'} and holds ${held}`,
    },
  ];
}

function headingsWithoutLines(form: FormDefinition): readonly Bilingual[] {
  const sections = new Set(form.lines.map(({ section }) => section));
  return Object.keys(form.sectionHeadings)
    .filter((section) => !sections.has(section))
    .map((section) => ({ zh: `栏目 ${section} 没有行`, en: `the section ${section} has no line` }));
}

/** Faults of a sum or a check: its total and what it adds up are numbers of one type, each part once. */
function addingFaults(
  cells: readonly CellDefinition[],
  [whole = '']: readonly string[],
  parts: readonly string[],
): readonly Bilingual[] {
  const byKey = new Map(cells.map((cell) => [cell.key, cell]));
  const type = byKey.get(whole)?.type;
  return [
    ...givenTwice(parts, { zh: `${whole} 的加项`, en: `part of ${whole}` }),
    ...[whole, ...parts].flatMap((key): readonly Bilingual[] => {
      const cell = byKey.get(key);
      if (cell === undefined) return [{ zh: `没有 ${key} 这一格`, en: `there is no cell ${key}` }];
      if (!isNumber(cell)) return [{ zh: `${key} 不是数字，不能相加`, en: `${key} is not a number` }];
      if (type === undefined || cell.type === type) return [];
      return [
        {
          zh: `${key} 与 ${whole} 一个是人数户数、一个是金额，不能相加`,
          en: `${key} is ${cell.type} and ${whole} is ${type}`,
        },
      ];
    }),
  ];
}

/** Computed cells that add up one computed after them: cells are computed in the order in which they are printed. */
function addedTooSoon(cells: readonly CellDefinition[]): readonly Bilingual[] {
  const later = new Set(cells.filter(({ kind }) => kind === 'COMPUTED').map(({ key }) => key));
  return cells.flatMap((cell) => {
    if (cell.kind !== 'COMPUTED') return [];
    later.delete(cell.key);
    return cell.sumOf
      .filter((key) => later.has(key))
      .map((key) => ({
        zh: `${cell.key} 所加的 ${key} 排在它后面，先算的应排在前面`,
        en: `${cell.key} adds up ${key}, which is computed after it`,
      }));
  });
}

function faultsOfCell(cell: CellDefinition): readonly Bilingual[] {
  switch (cell.kind) {
    case 'COMPUTED':
      return cell.sumOf.includes(cell.key) ? [{ zh: `${cell.key} 加了它自己`, en: `${cell.key} adds up itself` }] : [];
    case 'ENTERED':
      return cell.type === 'CHOICE'
        ? givenTwice(
            cell.choices.map(({ code }) => code),
            choiceOf(cell.key),
          )
        : [];
    case 'DERIVED': {
      const { measure } = cell.rule;
      const money = measure.of === 'SUM' && measure.what === 'AMOUNT';
      return [
        ...(money === (cell.type === 'MONEY') ? [] : [otherThanItsRule(cell)]),
        ...faultsOfRule(cell.rule).map(({ zh, en }) => ({ zh: `${cell.key}：${zh}`, en: `${cell.key}: ${en}` })),
      ];
    }
  }
}

const choiceOf = (key: string): Bilingual => ({ zh: `${key} 的选项`, en: `choice of ${key}` });

const otherThanItsRule = ({ key, type }: CellDefinition): Bilingual =>
  type === 'MONEY'
    ? { zh: `${key} 是金额，它的规则不是合计金额`, en: `${key} is MONEY and its rule adds up no amount` }
    : { zh: `${key} 不是金额，它的规则却是合计金额`, en: `${key} is ${type} and its rule adds up an amount` };
