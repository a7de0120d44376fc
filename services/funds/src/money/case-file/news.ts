import { z } from 'zod';
import type { Bilingual } from '@nuangong/primitives';
import type { Keyring, SealedPlace } from '@nuangong/sealing';

/** What case records report about a file after its grants were approved. */
export const newsKinds = ['EXITED', 'SUSPENDED', 'RESUMED', 'CHANGED', 'PAYEE_CORRECTED'] as const;
export type NewsKind = (typeof newsKinds)[number];

const factChange = z.object({ fact: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** The part that concerns the household's people; stored sealed. */
const contentShape = z.object({
  /** Why: a code of the exit reasons, or free text. */
  reason: z.string().nullable().default(null),
  changes: z.array(factChange).default([]),
  /** Whether a payee's correction changed anything; false when it only confirmed the payee. */
  changed: z.boolean().default(true),
});

export type FactChange = z.output<typeof factChange>;
export type NewsContent = z.input<typeof contentShape>;
export type ReadNewsContent = z.output<typeof contentShape>;

/** What the sealed texts of a piece of news are bound to. */
export interface NewsPlace {
  readonly id: string;
  readonly organizationPath: string;
}

/** Seals the part of a piece of news that concerns the household's people, for storage. */
export function sealNewsContent(keyring: Keyring, content: NewsContent, news: NewsPlace): string {
  return keyring.seal(JSON.stringify(content), placeOf(news));
}

/** Opens what `sealNewsContent` sealed; never log it. */
export async function openNewsContent(
  keyring: Keyring,
  news: NewsPlace & { readonly sealedContent: string | null },
): Promise<ReadNewsContent> {
  return contentShape.parse(
    news.sealedContent === null ? {} : JSON.parse(await keyring.open(news.sealedContent, placeOf(news))),
  );
}

function placeOf({ id, organizationPath }: NewsPlace): SealedPlace {
  return { table: 'case_file_news', column: 'sealed_content', row: id, organization: organizationPath };
}

const exitReasonWords: Readonly<Record<string, Bilingual>> = {
  AIDED: { zh: '帮扶后脱困', en: 'Out of hardship after aid' },
  INCOME_ABOVE_LINE: { zh: '收入高于低保边缘线', en: 'Income above the margin' },
  MOVED: { zh: '迁出本地', en: 'Moved away' },
  DIED: { zh: '户主去世', en: 'Head of household died' },
  OTHER: { zh: '其他', en: 'Other' },
};

/** Why a file exited or was suspended, in words: the reason of an exit is a code, that of a suspension is free text. */
export function reasonInWords(kind: string, reason: string | null): Bilingual {
  const words = kind === 'EXITED' ? exitReasonWords[reason ?? ''] : undefined;
  return words ?? { zh: reason ?? '', en: reason ?? '' };
}
