import { loadManyBy } from '@nuangong/subgraph';
import { builder, type FundsContext } from '../../builder.ts';
import { openNewsContent } from '../case-file/news.ts';
import { readsReasons } from '../written-words/reads-findings.ts';
import type { CaseFileNews } from '../../generated/prisma/client.ts';
import { wordsOfOthers } from '../written-words/written-words.ts';

/** A correction of a payee with its reason opened. */
export interface ShownCorrection extends CaseFileNews {
  readonly why: string | null;
  readonly changed: boolean;
}

export const PayeeCorrection = builder.objectRef<ShownCorrection>('PayeeCorrection').implement({
  description: 'A correction of a grant’s payee, or its confirmation unchanged; by two people of the household’s unit.',
  fields: (t) => ({
    id: t.exposeID('id'),
    at: t.field({
      type: 'Instant',
      description: 'When this service was informed.',
      resolve: (correction) => correction.toldAt,
    }),
    changed: t.exposeBoolean('changed', { description: 'Whether anything changed, or it was confirmed unchanged.' }),
    payeeName: t.string({
      description: 'The name of the payee from then on.',
      resolve: (correction) => correction.payeeName ?? '',
    }),
    maskedBankAccount: t.string({ resolve: (correction) => correction.maskedBankAccount ?? '' }),
    why: t.string({
      nullable: true,
      description: 'For those who do the casework or pay.',
      resolve: ({ why }, _arguments, { actor, language }) =>
        why === null || readsReasons(actor) ? why : wordsOfOthers[language],
    }),
    who: t.stringList({
      description: 'Who asked for it and who confirmed it, by name.',
      resolve: (correction) => correction.staffNames,
    }),
  }),
});

/** The corrections of a file's payee, latest first. */
export const loadCorrections = loadManyBy<FundsContext, ShownCorrection>(
  (correction) => correction.caseFileId,
  async (context, caseFileIds) => {
    const news = await context.tx.caseFileNews.findMany({
      where: { caseFileId: { in: [...caseFileIds] }, kind: 'PAYEE_CORRECTED' },
      orderBy: [{ toldAt: 'desc' }, { id: 'desc' }],
    });
    return Promise.all(
      news.map(async (each) => {
        const { reason, changed } = await openNewsContent(context.parts.keyring, each);
        return { ...each, why: reason, changed };
      }),
    );
  },
);
