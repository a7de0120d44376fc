import { z } from 'zod';
import { permits } from '@nuangong/access';
import type { AidType } from '@nuangong/events';
import { prismaSql, readStoredDate } from '@nuangong/database';
import { citeSource } from '@nuangong/primitives';
import { describedValues, loadById, requirePermission } from '@nuangong/subgraph';
import { AidTypeEnum } from '../../aid-type.graphql.ts';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import { loadCaseFile } from '../../register/case-file/case-file.graphql.ts';
import {
  evidenceKindNames,
  evidenceKinds,
  tellsOfHealth,
  type EvidenceKind,
} from '../../register/evidence/evidence.ts';
import type { EligibilityDecision as EligibilityDecisionRow } from '../../generated/prisma/client.ts';
import { loadHousehold } from '../../register/household/household.graphql.ts';
import { factsWithoutHealth, policyFactShape, type Facts } from '../policy-fact/policy-fact.ts';
import { loadPerson } from '../../register/person/person.graphql.ts';
import { frequencyInWords, frequencyShape } from '../frequency/frequency.ts';
import { DecisionOutcomeEnum } from '../policy/policy-enums.graphql.ts';
import { loadPolicyVersion } from '../policy/policy.graphql.ts';
import type { Outcome } from '../policy/policy.ts';
import { decidingUnion } from './decision-sheet-paper.ts';
import { withoutHealth, wordsOf, type DecisionLine, type Speaks } from './eligibility-decision.ts';

/** Eligibility decisions by id within the actor's scope. */
export const loadEligibilityDecision = loadById<CaseRecordsContext, EligibilityDecisionRow>((context, ids) =>
  context.tx.eligibilityDecision.findMany({ where: { id: { in: ids } } }),
);

function wordEvidence(kinds: readonly string[], language: 'zh' | 'en'): string[] {
  return kinds.map((kind) => {
    const known = evidenceKinds.find((each) => each === kind);
    return known === undefined ? kind : evidenceKindNames[known][language];
  });
}

const SpeaksEnum = builder.enumType('CriterionSpeaks', {
  description: 'Whether a criterion of a decision supports the aid.',
  values: describedValues<Speaks>({
    FOR: 'It supports the aid.',
    AGAINST: 'It is against the aid.',
    NEUTRAL: 'Neutral: shown for information, or another category applies.',
  }),
});

const DecisionLineType = builder.objectRef<DecisionLine>('DecisionLine').implement({
  description:
    'One criterion: the household’s value, the threshold and its validity, the evidence, the clause and its source.',
  fields: (t) => ({
    criterion: t.exposeString('criterion', { description: 'The criterion, in Chinese.' }),
    criterionEn: t.exposeString('criterionEn', { description: 'The criterion, in English.' }),
    householdValue: t.string({
      description: 'The household’s value, in the terms of the fact catalogue and the reader’s language.',
      resolve: (line, _arguments, { language }) => (language === 'en' ? line.householdValueEn : line.householdValue),
    }),
    threshold: t.string({
      description: 'The policy’s requirement, in the reader’s language.',
      resolve: (line, _arguments, { language }) => (language === 'en' ? line.thresholdEn : line.threshold),
    }),
    inForceFrom: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The first day on which the threshold is in force; null if it has none.',
      resolve: (line) => line.inForceFrom,
    }),
    inForceTo: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The last day on which the threshold is in force; null if open-ended.',
      resolve: (line) => line.inForceTo,
    }),
    evidence: t.stringList({
      description: 'The kinds of evidence in the file that prove the value, in the reader’s language.',
      resolve: (line, _arguments, context) => wordEvidence(line.evidence, context.language),
    }),
    clauseCode: t.exposeString('clauseCode', { description: 'The code of the clause in its policy.' }),
    clauseTitle: t.string({
      description: 'The title of the clause, in the reader’s language.',
      resolve: (line, _arguments, { language }) =>
        (language === 'en' ? line.clauseTitleEn : undefined) ?? line.clauseTitle,
    }),
    source: t.string({
      description: 'The document and article that the clause quotes, as cited in the reader’s language.',
      resolve: (line, _arguments, { language }) => citeSource(line.source)[language],
    }),
    sourceText: t.string({
      nullable: true,
      description: 'The source text; null on decisions made before it was kept.',
      resolve: (line) => wordsOf(line).text,
    }),
    note: t.string({
      nullable: true,
      description: 'A note on how the source text is interpreted.',
      resolve: (line, _arguments, { language }) => wordsOf(line).note?.[language] ?? null,
    }),
    met: t.exposeBoolean('met', { description: 'Whether the household meets it.' }),
    speaks: t.expose('speaks', { type: SpeaksEnum, description: 'Whether the criterion supports the aid.' }),
  }),
});

async function policyOf(decision: EligibilityDecisionRow, context: CaseRecordsContext) {
  const version = await loadPolicyVersion(context, decision.policyVersionId);
  if (version === undefined) throw new Error('the policy of a visible eligibility decision is not visible');
  return version;
}

async function householdOf(decision: EligibilityDecisionRow, context: CaseRecordsContext) {
  const household = await loadHousehold(context, decision.householdId);
  if (household === undefined) throw new Error('the household of a visible eligibility decision is not visible');
  return household;
}

export const EligibilityDecision = builder.objectRef<EligibilityDecisionRow>('EligibilityDecision').implement({
  description: 'The eligibility decision of the engine for one household, criterion by criterion; never changed.',
  fields: (t) => ({
    id: t.exposeID('id'),
    outcome: t.field({
      type: DecisionOutcomeEnum,
      description: 'The outcome.',
      resolve: ({ outcome }) => outcome as Outcome,
    }),
    amount: t.field({
      type: 'Yuan',
      description: 'The amount under the policy.',
      resolve: (decision) => decision.amountFen,
    }),
    amountMin: t.field({
      type: 'Yuan',
      description: 'The minimum amount that the approver may give.',
      resolve: (decision) => decision.amountMinFen,
    }),
    amountMax: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'The maximum amount that the approver may give; null if the policy sets none.',
      resolve: (decision) => decision.amountMaxFen,
    }),
    cap: t.field({
      type: 'Yuan',
      nullable: true,
      description: 'The amount still available to the household under the policy’s cap; null without a cap.',
      resolve: (decision) => decision.capFen,
    }),
    aidType: t.field({
      type: AidTypeEnum,
      description: 'The type of aid under the policy.',
      resolve: async (decision, _arguments, context) => (await policyOf(decision, context)).aidType as AidType,
    }),
    policyCode: t.string({
      description: 'The code of the policy.',
      resolve: async (decision, _arguments, context) => (await policyOf(decision, context)).policy.code,
    }),
    policyName: t.string({
      description: 'The name of the policy, in the reader’s language.',
      resolve: async (decision, _arguments, context) => {
        const { policy } = await policyOf(decision, context);
        return context.language === 'en' ? policy.nameEn : policy.name;
      },
    }),
    policyInForceFrom: t.field({
      type: 'LocalDate',
      description: 'The first day on which the policy’s version is in force.',
      resolve: async (decision, _arguments, context) => readStoredDate((await policyOf(decision, context)).inForceFrom),
    }),
    policyVersion: t.int({
      description: 'The version of the policy, from 1.',
      resolve: async (decision, _arguments, context) => (await policyOf(decision, context)).version,
    }),
    clausesFor: t.exposeStringList('clausesFor', { description: 'The codes of the clauses that support the aid.' }),
    clausesAgainst: t.exposeStringList('clausesAgainst', {
      description: 'The codes of the clauses against the aid.',
    }),
    caseFileVersion: t.exposeInt('caseFileVersion', {
      description: 'The version of the case file that was used.',
    }),
    decidedAt: t.field({
      type: 'Instant',
      description: 'When the decision was made.',
      resolve: (decision) => decision.decidedAt,
    }),
    inputsHash: t.exposeString('inputsHash', {
      description: 'SHA-256 of the facts it is based on: two decisions with the same hash used the same facts.',
    }),
    inputs: t.field({
      type: 'Json',
      description: 'The facts it is based on, by name; those that reveal health only for those who do the casework.',
      resolve: async (decision, _arguments, context) => {
        if (permits(context.actor.roles, 'health.read')) return decision.inputs;
        const { facts } = await policyOf(decision, context);
        return factsWithoutHealth(z.array(policyFactShape).parse(facts), decision.inputs as Facts);
      },
    }),
    lines: t.field({
      type: [DecisionLineType],
      description: 'A criterion that reveals health, for those who do the casework.',
      resolve: ({ lines }, _arguments, { actor }) =>
        (lines as unknown as DecisionLine[]).flatMap((line) =>
          permits(actor.roles, 'health.read') ? line : withoutHealth(line),
        ),
    }),
    evidenceMissing: t.stringList({
      description: 'The kinds of evidence still missing; those that reveal health only for those who do the casework.',
      resolve: ({ evidenceMissing }, _arguments, { actor, language }) => {
        const all = permits(actor.roles, 'health.read');
        return wordEvidence(
          evidenceMissing.filter((kind) => all || !tellsOfHealth(kind as EvidenceKind)),
          language,
        );
      },
    }),
    frequency: t.string({
      description: 'How often aid may be given under the policy, and which aid counts.',
      resolve: async (decision, _arguments, context) => {
        const { frequency, aidType, mark } = await policyOf(decision, context);
        return frequencyInWords({ frequency: frequencyShape.parse(frequency), aidType, mark })[context.language];
      },
    }),
    headName: t.string({
      description: 'The name of the head of the household.',
      resolve: async (decision, _arguments, context) => (await householdOf(decision, context)).headName,
    }),
    maskedIdentityNumber: t.string({
      resolve: async (decision, _arguments, context) => {
        const { headId } = await householdOf(decision, context);
        return (await loadPerson(context, headId))?.maskedIdentity ?? '';
      },
    }),
    decidingUnionName: t.string({
      description: 'The name of the union that decides, whose seal the sheet bears: the household’s county.',
      resolve: async (decision, _arguments, context) => decidingUnion(prismaSql(context.tx), decision.organizationPath),
    }),
    unitName: t.string({
      description: 'The unit (工作单位).',
      resolve: async (decision, _arguments, context) => (await householdOf(decision, context)).unitName,
    }),
    pdfUrl: t.string({
      description: 'Where to fetch it as PDF, below the address of the gateway, with the reader’s token.',
      resolve: ({ id }) => `/files/case-records/decision-sheets/${id}.pdf`,
    }),
    docxUrl: t.string({
      description: 'Where to fetch it as a document for Word or WPS, to be edited.',
      resolve: ({ id }) => `/files/case-records/decision-sheets/${id}.docx`,
    }),
    caseFileNumber: t.string({
      description: 'The number of the case file.',
      resolve: async (decision, _arguments, context) =>
        (await loadCaseFile(context, decision.caseFileId))?.number ?? '',
    }),
  }),
});

builder.asEntity(EligibilityDecision, {
  key: builder.selection<{ id: string }>('id'),
  resolveReference: async ({ id }, context) => {
    requirePermission(context, 'application.read');
    return (await loadEligibilityDecision(context, id)) ?? null;
  },
});

builder.queryField('eligibilityDecision', (t) =>
  t.field({
    type: EligibilityDecision,
    nullable: true,
    description: 'One eligibility decision.',
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      requirePermission(context, 'application.read');
      return (await loadEligibilityDecision(context, id)) ?? null;
    },
  }),
);
