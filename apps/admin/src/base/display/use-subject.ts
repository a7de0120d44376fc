import { useWords } from '../i18n/use-words.ts';
import { amount } from './money.ts';

const mostNames = 3;

/** Whom an act concerns: the names known, how many they are, and the money in question, in yuan. */
export interface Subject {
  readonly names: readonly string[];
  /** How many they are, if not all of their names are known here. */
  readonly count?: number;
  readonly amount?: string;
}

/** Says on a dialog whom it concerns, how many, and the money: 王秀英、李建国等 12 户，合计 3,600.00 元. */
export function useSubject(): (subject: Subject) => string {
  const say = useWords();
  return ({ names, count = names.length, amount: yuan }) => {
    const named = names.slice(0, mostNames).join(say('display.separator'));
    const whom =
      named === ''
        ? say('display.households', { count })
        : count <= 1
          ? named
          : say(count > mostNames ? 'display.namesAmong' : 'display.namesAll', { names: named, count });
    if (yuan === undefined) return whom;
    return say(count === 1 ? 'display.subjectWithMoney' : 'display.subjectWithSum', { whom, amount: amount(yuan) });
  };
}
