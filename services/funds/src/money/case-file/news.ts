import { z } from 'zod';
import type { Bilingual } from '@nuangong/primitives';
import type { Keyring, SealedPlace } from '@nuangong/sealing';

/** What case records tell of a file after its grants were approved. */
export const newsKinds = ['EXITED', 'SUSPENDED', 'RESUMED', 'CHANGED', 'PAYEE_CORRECTED'] as const;
export type NewsKind = (typeof newsKinds)[number];

const factChange = z.object({ fact: z.string(), before: z.string().nullable(), after: z.string().nullable() });

/** What is written of the household's people: kept sealed. */
const contentShape = z.object({
  /** Why: a code of the exit's reasons, or somebody's words. */
  reason: z.string().nullable().default(null),
  changes: z.array(factChange).default([]),
  /** Whether a payee's correction changed anything, or confirmed it as it stood. */
  changed: z.boolean().default(true),
});

export type FactChange = z.output<typeof factChange>;
export type NewsContent = z.input<typeof contentShape>;
export type ReadNewsContent = z.output<typeof contentShape>;

/** News, as far as its sealed texts are bound to it. */
export interface NewsPlace {
  readonly id: string;
  readonly organizationPath: string;
}

/** Seals what news say of the household's people, to be kept with them. */
export function sealNewsContent(keyring: Keyring, content: NewsContent, news: NewsPlace): string {
  return keyring.seal(JSON.stringify(content), placeOf(news));
}

/** Opens what news say; nothing of it may reach a log. */
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

/** Why a file was left or suspended, in words: an exit's reason is a code, a suspension's is somebody's words. */
export function reasonInWords(kind: string, reason: string | null): Bilingual {
  const words = kind === 'EXITED' ? exitReasonWords[reason ?? ''] : undefined;
  return words ?? { zh: reason ?? '', en: reason ?? '' };
}
