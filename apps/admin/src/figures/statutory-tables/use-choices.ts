import { useMemo } from 'react';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { isNumber, readable, type Figure } from './statutory-table.ts';

/** The choices of a cell in the language in use: yes and no, or its own; none where anything may be typed. */
export function useChoices({ type, choices }: Figure): readonly string[] {
  const say = useWords();
  const spoken = useSpoken();
  return useMemo(() => {
    if (type === 'YES_NO') return [say('statutoryTable.yes'), say('statutoryTable.no')];
    return choices.map(({ label, labelEn }) => spoken(label, labelEn));
  }, [type, choices, say, spoken]);
}

/** A cell's figure as its field shows it: numbers in groups, choices in the language in use, nothing for a blank. */
export function useShownText(figure: Figure): string {
  const say = useWords();
  const spoken = useSpoken();
  const { value, type } = figure;
  if (value === '') return '';
  if (isNumber(figure)) return readable(value);
  if (type === 'YES_NO') return value === '是' ? say('statutoryTable.yes') : say('statutoryTable.no');
  const choice = figure.choices.find(({ label }) => label === value);
  return choice === undefined ? value : spoken(choice.label, choice.labelEn);
}

/** The choices that begin with what is typed, or all if none does. */
export function choicesMatching(choices: readonly string[], typed: string): readonly string[] {
  const begun = typed.trim().toLowerCase();
  const matching = choices.filter((word) => word.toLowerCase().startsWith(begun));
  return matching.length === 0 ? choices : matching;
}
