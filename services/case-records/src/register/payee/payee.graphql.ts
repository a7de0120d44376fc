import type { Result } from '@nuangong/primitives';
import { commandResult, loadManyBy } from '@nuangong/subgraph';
import { builder, type CaseRecordsContext } from '../../builder.ts';
import type { PersonCorrection } from '../../generated/prisma/client.ts';
import { Household } from '../household/household.graphql.ts';
import { readWords, wordsPlace } from '../written-words/sealed-words.ts';
import { addTimelineSource } from '../timeline/timeline-sources.ts';
import { correctPayee } from './correct-payee.ts';
import { confirmPayeeCorrection, refusePayeeCorrection } from './decide-payee-correction.ts';
import type { MaskedPayee } from './payee.ts';
import { unmaskPayeeCorrection, type CorrectedNumbers } from './unmask-payee-correction.ts';

const loadCorrections = loadManyBy<CaseRecordsContext, PersonCorrection>(
  (row) => row.householdId,
  (context, ids) =>
    context.tx.personCorrection.findMany({
      where: { householdId: { in: ids } },
      orderBy: [{ correctedAt: 'desc' }, { id: 'desc' }],
    }),
);

const MaskedPayeeType = builder.objectRef<MaskedPayee>('MaskedPayee').implement({
  description: 'A payee’s name, masked telephone and masked account; null if not part of the correction.',
  fields: (t) => ({
    name: t.exposeString('name', { nullable: true }),
    maskedPhone: t.exposeString('maskedPhone', {
      nullable: true,
      description:
        'The telephone number, showing only the first three and last four digits: 185****4364; null if none is registered.',
    }),
    maskedBankAccount: t.exposeString('maskedBankAccount', { nullable: true }),
  }),
});

const correctionStates = ['WAITING', 'DONE', 'REFUSED'] as const;
const PayeeCorrectionStateEnum = builder.enumType('PersonCorrectionState', {
  description: 'The status of a payee correction.',
  values: {
    WAITING: { description: 'Awaiting a second person (待确认).' },
    DONE: { description: 'In effect (已更正).' },
    REFUSED: { description: 'Declined by a second person (未同意).' },
  } as const,
});

const blank: MaskedPayee = { name: null, maskedPhone: null, maskedBankAccount: null };
const maskedOf = (kept: PersonCorrection['before']): MaskedPayee => ({ ...blank, ...(kept as Partial<MaskedPayee>) });

const wordsOf = (context: CaseRecordsContext, correction: PersonCorrection, column: 'why' | 'opinion') =>
  readWords(context, correction.householdId, correction[column], wordsPlace('person_correction', column, correction));

const PayeeCorrection = builder.objectRef<PersonCorrection>('PersonCorrection').implement({
  description:
    'A correction of the name, telephone or account of a household’s head, or their confirmation unchanged (更正收款信息).',
  fields: (t) => ({
    id: t.exposeID('id'),
    state: t.field({
      type: PayeeCorrectionStateEnum,
      description: 'Its status.',
      resolve: ({ state }) => correctionStates.find((each) => each === state) ?? 'WAITING',
    }),
    moneyWaits: t.exposeBoolean('moneyWaits', {
      description: 'Whether money was waiting for the household when it was proposed.',
    }),
    changed: t.exposeBoolean('changed', { description: 'False if the payee was confirmed unchanged.' }),
    before: t.field({
      type: MaskedPayeeType,
      description: 'What was registered before.',
      resolve: ({ before }) => maskedOf(before),
    }),
    after: t.field({
      type: MaskedPayeeType,
      description: 'What is registered once it takes effect.',
      resolve: ({ after }) => maskedOf(after),
    }),
    why: t.string({
      description: 'For those who do the casework; each reading is audited.',
      resolve: async (correction, _arguments, context) =>
        (await wordsOf(context, correction, 'why'))?.[context.language] ?? '',
    }),
    correctedBy: t.exposeString('correctedByName', {
      description: 'Who proposed it, under the name they had at that time.',
    }),
    correctedAt: t.field({
      type: 'Instant',
      description: 'When it was proposed.',
      resolve: ({ correctedAt }) => correctedAt,
    }),
    decidedBy: t.exposeString('decidedByName', {
      nullable: true,
      description: 'Who confirmed or declined it; null while undecided, or if no decision was needed.',
    }),
    decidedAt: t.field({
      type: 'Instant',
      nullable: true,
      description: 'When it was confirmed or declined; null while undecided, or if no decision was needed.',
      resolve: ({ decidedAt }) => decidedAt,
    }),
    opinion: t.string({
      nullable: true,
      description: 'For those who do the casework; each reading is audited.',
      resolve: async (correction, _arguments, context) =>
        (await wordsOf(context, correction, 'opinion'))?.[context.language] ?? null,
    }),
    lockedForMe: t.boolean({
      description: 'Whether the reader proposed it and therefore may not decide it.',
      resolve: ({ correctedBy }, _arguments, { actor }) => correctedBy === actor.staffId,
    }),
  }),
});

builder.objectField(Household, 'payeeCorrections', (t) =>
  t.field({
    type: [PayeeCorrection],
    description: 'The latest first.',
    resolve: async (household, _arguments, context) => [...(await loadCorrections(context, household.id))],
  }),
);

const CorrectPayeeInput = builder.inputType('CorrectPayeeInput', {
  description: 'Fields left out stay unchanged.',
  fields: (t) => ({
    householdId: t.id({ required: true }),
    name: t.string({ description: 'The name of the payee, who is the head of the household.' }),
    phone: t.string({ description: 'The telephone number, whole.' }),
    bankAccount: t.string({ description: 'The bank account, whole, as the bank prints it; spaces do not matter.' }),
    unchanged: t.boolean({ description: 'The payee is right as registered and only needs confirmation.' }),
    why: t.string({ required: true, description: 'The reason, at most 500 characters; kept with the correction.' }),
  }),
});

builder.mutationField('correctPayee', (t) =>
  t.field({
    type: commandResult(builder, 'CorrectPayeeResult', 'correction', PayeeCorrection),
    description: 'Corrects a household’s payee; if money is waiting, it takes effect once a second person confirms it.',
    args: { input: t.arg({ type: CorrectPayeeInput, required: true }) },
    resolve: (_root, { input }, context) => correctPayee(context, input),
  }),
);

const DecidePayeeCorrectionInput = builder.inputType('DecidePayeeCorrectionInput', {
  fields: (t) => ({
    correctionId: t.id({ required: true }),
    opinion: t.string({ description: 'Required to decline it.' }),
  }),
});

const DecidePayeeCorrectionResult = commandResult(
  builder,
  'DecidePayeeCorrectionResult',
  'correction',
  PayeeCorrection,
);

builder.mutationField('confirmPayeeCorrection', (t) =>
  t.field({
    type: DecidePayeeCorrectionResult,
    description: 'Confirms another person’s payee correction; it takes effect immediately.',
    args: { input: t.arg({ type: DecidePayeeCorrectionInput, required: true }) },
    resolve: (_root, { input }, context) => confirmPayeeCorrection(context, input),
  }),
);

builder.mutationField('refusePayeeCorrection', (t) =>
  t.field({
    type: DecidePayeeCorrectionResult,
    description: 'Declines a payee correction; the registered payee stays unchanged.',
    args: { input: t.arg({ type: DecidePayeeCorrectionInput, required: true }) },
    resolve: (_root, { input }, context) => refusePayeeCorrection(context, input),
  }),
);

const CorrectedNumbersType = builder.objectRef<CorrectedNumbers>('CorrectedNumbers').implement({
  description: 'The full numbers before and after a correction.',
  fields: (t) => ({
    phoneBefore: t.exposeString('phoneBefore', {
      nullable: true,
      description: 'The telephone before; null where none was registered.',
    }),
    phoneAfter: t.exposeString('phoneAfter', {
      nullable: true,
      description: 'The telephone after; null if not part of the correction.',
    }),
    bankAccountBefore: t.exposeString('bankAccountBefore', {
      nullable: true,
      description: 'The account before; null where none was registered.',
    }),
    bankAccountAfter: t.exposeString('bankAccountAfter', {
      nullable: true,
      description: 'The account after; null if not part of the correction.',
    }),
  }),
});

const UnmaskPayeeCorrectionInput = builder.inputType('UnmaskPayeeCorrectionInput', {
  fields: (t) => ({
    correctionId: t.id({ required: true }),
    reason: t.string({
      required: true,
      description: 'The purpose; kept in the audit log.',
    }),
  }),
});

const UnmaskPayeeCorrectionResult = builder
  .objectRef<Result<CorrectedNumbers>>('UnmaskPayeeCorrectionResult')
  .implement({
    fields: (t) => ({
      problems: t.field({ type: ['Problem'], resolve: (result) => (result.ok ? [] : [...result.problems]) }),
      numbers: t.field({
        type: CorrectedNumbersType,
        nullable: true,
        description: 'The full numbers; null if refused.',
        resolve: (result) => (result.ok ? result.value : null),
      }),
    }),
  });

builder.mutationField('unmaskPayeeCorrection', (t) =>
  t.field({
    type: UnmaskPayeeCorrectionResult,
    description: 'Shows the full numbers of a correction to the person who decides it; audited.',
    args: { input: t.arg({ type: UnmaskPayeeCorrectionInput, required: true }) },
    resolve: (_root, { input }, context) => unmaskPayeeCorrection(context, input),
  }),
);

const payeeWords = {
  kinds: {
    PAYEE_CORRECTED: 'Its payee’s name, telephone or account was corrected.',
    PAYEE_CONFIRMED: 'Its payee was confirmed as registered.',
  },
  recordTypes: { Household: 'The household itself.' },
};

addTimelineSource(payeeWords, async (context, householdIds) => {
  const corrections = await context.tx.personCorrection.findMany({
    where: { householdId: { in: [...householdIds] } },
  });
  return Promise.all(
    corrections.map(async (correction) => {
      const why = await wordsOf(context, correction, 'why');
      const words = correctionWords(correction);
      return {
        id: correction.id,
        householdId: correction.householdId,
        at: correction.decidedAt ?? correction.correctedAt,
        kind: correction.changed ? 'PAYEE_CORRECTED' : 'PAYEE_CONFIRMED',
        title: titles[correction.state] ?? waiting,
        detail: { zh: `${words}；${why?.zh ?? ''}`, en: `${words}; ${why?.en ?? ''}` },
        actor: correction.decidedByName ?? correction.correctedByName,
        organizationName: null,
        recordType: 'Household',
        recordId: correction.householdId,
      };
    }),
  );
});

const waiting = { zh: '收款信息更正待确认', en: 'Payee correction awaiting confirmation' };
const titles: Readonly<Record<string, { readonly zh: string; readonly en: string }>> = {
  WAITING: waiting,
  DONE: { zh: '收款信息已更正或确认', en: 'Payee corrected or confirmed' },
  REFUSED: { zh: '收款信息更正未同意', en: 'Payee correction declined' },
};

/** The changed parts, each before and after; the confirmed parts if none changed. */
function correctionWords(correction: PersonCorrection): string {
  const before = maskedOf(correction.before);
  const after = maskedOf(correction.after);
  const parts = [
    [before.name, after.name],
    [before.maskedPhone, after.maskedPhone],
    [before.maskedBankAccount, after.maskedBankAccount],
  ] as const;
  if (!correction.changed) return parts.flatMap(([, stands]) => stands ?? []).join(' ');
  return parts.flatMap(([one, other]) => (one === other ? [] : [`${one ?? '—'} → ${other ?? '—'}`])).join('，');
}
