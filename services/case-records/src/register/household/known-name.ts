import { ok, problem, readRequiredText, refuse, type Problem, type Result } from '@nuangong/primitives';
import { foldedName } from '../person/folded-name.ts';

export const nameChoices = ['KNOWN', 'TYPED'] as const;

/** Which of two names of one identity number is right, and why where it is the one typed now. */
export interface NameAnswer {
  readonly right: (typeof nameChoices)[number];
  readonly why?: string | null | undefined;
}

/** Under which name a person is entered, and why that is another than was known. */
export interface DecidedName {
  readonly name: string;
  readonly correction: { readonly before: string; readonly why: string } | undefined;
}

/** The county knows the number under another name: both stand side by side, for decision. */
export const nameDiffers = (known: string, typed: string, field: string): Problem =>
  problem(
    'NAME_DIFFERS',
    {
      zh: `此证件号在本县登记的姓名是“${known}”，本次填的是“${typed}”；核对证件，选定正确的姓名`,
      en: `This number is registered in the county as “${known}”; you typed “${typed}”. Check the document and choose.`,
    },
    field,
  );

/**
 * Decides under which name a person is entered, where the county knows the number already. A spelling that differs by
 * spaces and dots alone is the known one. How another county spells it is not asked: the spelling is the county's own.
 */
export function decideName(
  known: string | null,
  typed: string,
  answer: NameAnswer | null | undefined,
  field: string,
): Result<DecidedName> {
  if (known === null) return ok({ name: typed, correction: undefined });
  if (foldedName(known) === foldedName(typed) || answer?.right === 'KNOWN')
    return ok({ name: known, correction: undefined });
  if (answer?.right !== 'TYPED') return refuse(nameDiffers(known, typed, field));
  const why = readRequiredText(answer.why, `${field}Why`, 500);
  return why.ok ? ok({ name: typed, correction: { before: known, why: why.value } }) : why;
}
