import { z } from 'zod';
import { readStoredDate } from '@nuangong/database';
import { citeSource } from '@nuangong/primitives';
import { loadById, requirePermission } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { Prisma } from '../../generated/prisma/client.ts';
import { placesInWords } from '../policy-fact/expressions.ts';
import { PolicyFactType } from '../policy-fact/policy-fact.graphql.ts';
import { policyFactShape } from '../policy-fact/policy-fact.ts';
import { frequencyInWords, frequencyShape } from '../frequency/frequency.ts';
import { PolicyClauseKindEnum } from './policy-enums.graphql.ts';
import type { PolicyClauseKind } from './policy.ts';

const withPolicyAndClauses = {
  policy: true,
  clauses: { orderBy: { position: 'asc' } },
} as const satisfies Prisma.PolicyVersionInclude;

type PolicyVersionRow = Prisma.PolicyVersionGetPayload<{ include: typeof withPolicyAndClauses }>;
type PolicyClauseRow = PolicyVersionRow['clauses'][number];

/** Versions of policies by id, with their clauses; of those issued at or above the actor's organisation, or below. */
export const loadPolicyVersion = loadById<CaseRecordsContext, PolicyVersionRow>((context, ids) =>
  context.tx.policyVersion.findMany({ where: { id: { in: ids } }, include: withPolicyAndClauses }),
);

const PolicyClause = builder.objectRef<PolicyClauseRow>('PolicyClause').implement({
  description: 'A clause of a policy (条款), with its source.',
  fields: (t) => ({
    code: t.exposeString('code', { description: 'Its code within the policy.' }),
    kind: t.field({
      type: PolicyClauseKindEnum,
      description: 'Its function.',
      resolve: ({ kind }) => kind as PolicyClauseKind,
    }),
    criterion: t.string({
      description: 'The name of its criterion, in the reader’s language.',
      resolve: (clause, _arguments, { language }) => (language === 'en' ? clause.criterionEn : clause.criterion),
    }),
    threshold: t.string({
      description: 'Its requirement, in the reader’s language; fact values are shown by their names.',
      resolve: async (clause, _arguments, context) => {
        const version = await loadPolicyVersion(context, clause.policyVersionId);
        return version === undefined ? '' : thresholdInWords(version, clause, context.language);
      },
    }),
    facts: t.field({
      type: [PolicyFactType],
      description: 'The facts it uses, in its order.',
      resolve: async (clause, _arguments, context) => {
        const version = await loadPolicyVersion(context, clause.policyVersionId);
        const facts = z.array(policyFactShape).parse(version?.facts ?? []);
        return clause.facts.flatMap((name) => facts.find((fact) => fact.name === name) ?? []);
      },
    }),
    title: t.exposeString('title', { description: 'Its short title.' }),
    titleEn: t.exposeString('titleEn'),
    source: t.string({
      description: 'The document and article of the source text, as cited in the reader’s language.',
      resolve: ({ source }, _arguments, { language }) => citeSource(source)[language],
    }),
    text: t.exposeString('text', {
      nullable: true,
      description: 'The source text; null in versions issued before it was kept.',
    }),
    note: t.string({
      nullable: true,
      description: 'A note on how the source text is interpreted.',
      resolve: (clause, _arguments, { language }) => (language === 'en' ? clause.noteEn : null) ?? clause.note,
    }),
  }),
});

/** A clause's threshold without a household: placeholders are replaced by the words of their facts. */
function thresholdInWords(version: PolicyVersionRow, clause: PolicyClauseRow, language: 'zh' | 'en'): string {
  const facts = z.array(policyFactShape).parse(version.facts);
  const { aidType, mark } = version;
  const often = frequencyInWords({ frequency: frequencyShape.parse(version.frequency), aidType, mark });
  return (language === 'en' ? clause.thresholdEn : clause.threshold).replaceAll(placesInWords, (_place, name: string) =>
    name === 'frequency' ? often[language] : (facts.find((fact) => fact.name === name)?.words[language] ?? ''),
  );
}

export const Policy = builder.objectRef<PolicyVersionRow>('Policy').implement({
  description: 'A version of a policy as issued (救助政策): clauses, each with its source, and decision tables.',
  fields: (t) => ({
    code: t.string({
      description: 'The code of the policy, the same for all its versions.',
      resolve: (version) => version.policy.code,
    }),
    name: t.string({ resolve: (version) => version.policy.name }),
    nameEn: t.string({ resolve: (version) => version.policy.nameEn }),
    version: t.exposeInt('version', { description: 'From 1.' }),
    source: t.string({
      description: 'The document that it is based on, as cited in the reader’s language.',
      resolve: ({ source }, _arguments, { language }) => citeSource(source)[language],
    }),
    inForceFrom: t.field({
      type: 'LocalDate',
      description: 'The first day on which it is in force.',
      resolve: (version) => readStoredDate(version.inForceFrom),
    }),
    inForceTo: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The last day on which it is in force; null if open-ended.',
      resolve: (version) => (version.inForceTo === null ? null : readStoredDate(version.inForceTo)),
    }),
    amountMin: t.field({
      type: 'Yuan',
      description: 'The minimum amount under it.',
      resolve: (version) => version.amountMinFen,
    }),
    amountMax: t.field({
      type: 'Yuan',
      description: 'The maximum amount under it.',
      resolve: (version) => version.amountMaxFen,
    }),
    facts: t.field({
      type: [PolicyFactType],
      description: 'All the facts that its clauses and tables use, as of its issue.',
      resolve: ({ facts }) => z.array(policyFactShape).parse(facts),
    }),
    outsideCampaigns: t.boolean({
      description: 'Whether households may apply under it themselves, outside campaigns.',
      resolve: ({ frequency }) => frequencyShape.parse(frequency).period !== 'CAMPAIGN',
    }),
    frequency: t.string({
      description: 'How often aid may be given under it, and which aid counts.',
      resolve: ({ frequency, aidType, mark }, _arguments, { language }) =>
        frequencyInWords({ frequency: frequencyShape.parse(frequency), aidType, mark })[language],
    }),
    decision: t.field({
      type: 'Json',
      description: 'The decision tables, GoRules JSON decision model.',
      resolve: (version) => version.decision,
    }),
    clauses: t.field({
      type: [PolicyClause],
      description: 'Its clauses, in order.',
      resolve: (version) => version.clauses,
    }),
  }),
});

builder.queryField('policies', (t) =>
  t.field({
    type: [Policy],
    description: 'The issued policies that the reader may see, latest version first.',
    resolve: (_root, _arguments, context) => {
      requirePermission(context, 'policy.read');
      return context.tx.policyVersion.findMany({
        where: { issuedAt: { not: null } },
        include: withPolicyAndClauses,
        orderBy: [{ policy: { code: 'asc' } }, { version: 'desc' }],
      });
    },
  }),
);
