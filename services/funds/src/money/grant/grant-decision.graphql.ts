import { readStoredDate } from '@nuangong/database';
import { builder } from '../../builder.ts';
import { openNewsContent, reasonInWords } from '../case-file/news.ts';
import { readsFindings } from '../written-words/reads-findings.ts';
import { grantDecisionKinds, mayAnswer } from './grant-decision.ts';
import { readWords, readWordsIfAny, wordsPlace } from '../written-words/written-words.ts';

const holdCauses = ['EXITED', 'SUSPENDED', 'RETURNED'] as const;
const decisionStatuses = ['PROPOSED', 'CARRIED_OUT', 'REFUSED'] as const;

const GrantHoldCause = builder.enumType('GrantHoldCause', {
  description: 'Why an unpaid grant may not be paid now.',
  values: {
    EXITED: { description: 'The household left the register after its approval.' },
    SUSPENDED: { description: 'Its file is suspended.' },
    RETURNED: { description: 'The bank returned its payment, and the account is neither corrected nor confirmed.' },
  } satisfies Record<(typeof holdCauses)[number], { readonly description: string }>,
});

builder.prismaObject('GrantHold', {
  description: 'Why an unpaid grant may not be paid now (暂缓发放), also inside a batch.',
  fields: (t) => ({
    id: t.exposeID('id'),
    cause: t.field({
      type: GrantHoldCause,
      description: 'Why it may not be paid.',
      select: { cause: true },
      resolve: ({ cause }) => holdCauses.find((each) => each === cause) ?? 'SUSPENDED',
    }),
    reason: t.string({
      nullable: true,
      description: 'Why the file was left or suspended, or what the bank said; to those who pay or read households.',
      select: { news: true, payment: { select: { returned: { select: { claim: true } } } } },
      resolve: async ({ news, payment }, _arguments, context) => {
        const { actor, language, parts } = context;
        if (!readsFindings(actor)) return null;
        if (news !== null)
          return reasonInWords(news.kind, (await openNewsContent(parts.keyring, news)).reason)[language];
        const claim = payment?.returned?.claim;
        return claim === undefined
          ? null
          : readWords(context, claim.reason, wordsPlace('return_claim', 'reason', claim));
      },
    }),
    since: t.field({
      type: 'LocalDate',
      nullable: true,
      description: 'The day on which that happened; null where it is not known.',
      select: { news: { select: { happenedOn: true } }, payment: { select: { returned: true } } },
      resolve: ({ news, payment }) => {
        const day = news?.happenedOn ?? payment?.returned?.returnedOn;
        return day === undefined ? null : readStoredDate(day);
      },
    }),
    heldAt: t.expose('heldAt', { type: 'Instant', description: 'When this service learned of it.' }),
  }),
});

export const GrantDecisionKindEnum = builder.enumType('GrantDecisionKind', {
  description: 'What two people can decide of a grant that is not paid.',
  values: {
    PAY_ON: { description: 'To pay it though its file left the register or is suspended.' },
    RELEASE: { description: 'To pay nothing: its money is free again.' },
  } satisfies Record<(typeof grantDecisionKinds)[number], { readonly description: string }>,
});

const GrantDecisionStatus = builder.enumType('GrantDecisionStatus', {
  description: 'Where a proposal for a grant stands.',
  values: {
    PROPOSED: { description: 'Another person has not answered.' },
    CARRIED_OUT: { description: 'Another person confirmed it.' },
    REFUSED: { description: 'Another person did not agree.' },
  } satisfies Record<(typeof decisionStatuses)[number], { readonly description: string }>,
});

builder.prismaObject('GrantDecision', {
  description: 'What one person proposed for an unpaid grant, and another said to it.',
  fields: (t) => ({
    id: t.exposeID('id'),
    kind: t.field({
      type: GrantDecisionKindEnum,
      description: 'What is proposed.',
      select: { kind: true },
      resolve: ({ kind }) => grantDecisionKinds.find((each) => each === kind) ?? 'RELEASE',
    }),
    status: t.field({
      type: GrantDecisionStatus,
      description: 'Where the proposal stands.',
      select: { status: true },
      resolve: ({ status }) => decisionStatuses.find((each) => each === status) ?? 'REFUSED',
    }),
    reason: t.string({
      nullable: true,
      description: 'To those who pay or read households.',
      select: { id: true, organizationPath: true, reason: true },
      resolve: (decision, _arguments, context) =>
        readWords(context, decision.reason, wordsPlace('grant_decision', 'reason', decision)),
    }),
    proposedBy: t.exposeString('proposedByName', { description: 'Who proposed it, by the name they had then.' }),
    proposedAt: t.expose('proposedAt', { type: 'Instant', description: 'When it was proposed.' }),
    answeredBy: t.exposeString('answeredByName', {
      nullable: true,
      description: 'Who answered it, by the name they had then; null before.',
    }),
    answeredAt: t.expose('answeredAt', {
      type: 'Instant',
      nullable: true,
      description: 'When it was answered; null before.',
    }),
    answer: t.string({
      nullable: true,
      description: 'What spoke against it; to those who pay or read households.',
      select: { id: true, organizationPath: true, answer: true },
      resolve: ({ answer, ...decision }, _arguments, context) =>
        readWordsIfAny(context, answer, wordsPlace('grant_decision', 'answer', decision)),
    }),
    lockReason: t.string({
      nullable: true,
      description: 'Why whoever asks does not answer it, where they do not.',
      select: {
        about: true,
        kind: true,
        proposedBy: true,
        grant: { select: { bookPath: true, status: true, handlers: true } },
      },
      resolve: ({ grant, ...decision }, _arguments, { actor, language }) => {
        const allowed = mayAnswer({ ...grant, holds: [], decisions: [decision] }, actor);
        return allowed.ok ? null : (allowed.problems[0]?.message[language] ?? null);
      },
    }),
  }),
});
