import { prismaSql } from '@nuangong/database';
import { describedValues, requirePermission } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import { evidenceKindNames, evidenceKinds } from '../../register/evidence/evidence.ts';
import { loadPolicyFacts } from './keep-policy-facts.ts';
import type { PolicyFact, PolicyFactOrigin, PolicyFactType as FactType } from './policy-fact.ts';

const PolicyFactTypeEnum = builder.enumType('PolicyFactType', {
  description: 'The type of a fact’s value.',
  values: describedValues<FactType>({
    BOOLEAN: 'Yes or no.',
    INTEGER: 'A whole number from 0.',
    YUAN: 'An amount in yuan, decimal text.',
    DECIMAL: 'A factor, decimal text.',
    DATE: 'A day.',
    CHOICE: 'One of the listed values.',
    TEXT: 'A short text.',
    CHOICES: 'Several of the listed values.',
    DATES: 'Days.',
    PERSON: 'A person; its facts use its name as prefix.',
    ENTRIES: 'A list of entries.',
  }),
});

const PolicyFactOriginEnum = builder.enumType('PolicyFactOrigin', {
  description: 'The origin of a fact’s value.',
  values: describedValues<PolicyFactOrigin>({
    REGISTER: 'The household’s record.',
    HISTORY: 'Aid given before.',
    TERMS: 'The campaign or policy, and the day.',
    ASKED: 'Asked at application.',
    COORDINATION: 'The answer of a body coordinated with first: the unit, its superior, the school.',
    DERIVED: 'Derived from other facts.',
  }),
});

const PolicyFactValue = builder.objectRef<{ code: string; zh: string; en: string }>('PolicyFactValue').implement({
  description: 'One value that a fact may have.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code in policies; true or false for yes or no.' }),
    words: t.string({
      description: 'Its name, in the reader’s language.',
      resolve: (value, _arguments, { language }) => value[language],
    }),
  }),
});

export const PolicyFactType = builder.objectRef<PolicyFact>('PolicyFact').implement({
  description: 'An entry of the catalogue of facts that policies read (判定要素).',
  fields: (t) => ({
    name: t.exposeString('name', { description: 'Its name in policies: head.sex is the fact sex of the head.' }),
    words: t.string({
      description: 'Its name, in the reader’s language.',
      resolve: ({ words }, _arguments, { language }) => words[language],
    }),
    type: t.expose('type', { type: PolicyFactTypeEnum, description: 'The type of its value.' }),
    unit: t.string({
      nullable: true,
      description: 'The unit of its values, in the reader’s language; null if they have none.',
      resolve: ({ unit }, _arguments, { language }) => unit?.[language] ?? null,
    }),
    origin: t.expose('origin', { type: PolicyFactOriginEnum, description: 'The origin of its value.' }),
    values: t.field({
      type: [PolicyFactValue],
      description: 'The values that it may have, if they are listed.',
      resolve: ({ values }) => Object.entries(values).map(([code, { zh, en }]) => ({ code, zh, en })),
    }),
    evidence: t.stringList({
      description: 'The kinds of evidence that prove it or one of its values, in the reader’s language.',
      resolve: ({ evidence, values }, _arguments, { language }) => {
        const proving = new Set([...evidence, ...Object.values(values).flatMap((value) => value.evidence)]);
        return evidenceKinds.filter((kind) => proving.has(kind)).map((kind) => evidenceKindNames[kind][language]);
      },
    }),
    tellsOfHealth: t.exposeBoolean('tellsOfHealth', {
      description: 'Whether only those who may read health data can read it.',
    }),
  }),
});

builder.queryField('policyFacts', (t) =>
  t.field({
    type: [PolicyFactType],
    description: 'The catalogue of facts that policies may read, in its order.',
    resolve: async (_root, _arguments, context) => {
      requirePermission(context, 'policy.read');
      return [...(await loadPolicyFacts(prismaSql(context.tx)))];
    },
  }),
);
