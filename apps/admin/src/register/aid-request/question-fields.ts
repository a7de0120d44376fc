import type { Field, FieldKind, Typed } from '../../base/form/field.ts';
import type { PolicyQuestionsQuery } from '../../base/graph/generated/operation-types.ts';
import type { Say } from '../../base/i18n/use-words.ts';

export type Question = PolicyQuestionsQuery['policyQuestions'][number];

const kinds: Readonly<Record<string, FieldKind>> = {
  BOOLEAN: 'choice',
  CHOICE: 'choice',
  INTEGER: 'number',
  YUAN: 'money',
  DATE: 'date',
};

/** The fields for a policy’s questions, in the catalogue’s words; only questions that must be answered are required. */
export function questionFields(questions: readonly Question[], say: Say): readonly Field[] {
  return questions.map(({ fact, words, presumed, mustBeAnswered, answeredBy }) => ({
    name: fact.name,
    label: fact.unit === null ? fact.words : `${fact.words}（${fact.unit}）`,
    kind: kinds[fact.type] ?? 'text',
    optional: !mustBeAnswered,
    help:
      words !== null && answeredBy !== null
        ? say('policies.answered', { value: words, name: answeredBy })
        : presumed === null
          ? undefined
          : say('policies.presumed', { value: presumed }),
    choices: fact.values.map(({ code, words: word }) => ({ value: code, word })),
  }));
}

/** The typed values as answers of the facts’ types; empty ones are left out. */
export function answersOf(questions: readonly Question[], typed: Typed): readonly { fact: string; value: unknown }[] {
  return questions.flatMap(({ fact }) => {
    const text = (typed[fact.name] ?? '').trim();
    return text === '' ? [] : [{ fact: fact.name, value: valueOf(fact.type, text) }];
  });
}

function valueOf(type: string, text: string): unknown {
  switch (type) {
    case 'BOOLEAN':
      return text === 'true';
    case 'INTEGER':
      return Number(text);
    case 'CHOICES':
    case 'DATES':
      return text.split(/[,，、\s]+/);
    default:
      return text;
  }
}
