import { ok, problem, readRequiredText, refuse, type Problem, type Result } from '@nuangong/primitives';
import { foldedName } from '../person/folded-name.ts';

export const nameChoices = ['KNOWN', 'TYPED'] as const;

/** Which of two names for one identity number is right; `why` is needed if it is the one just typed. */
export interface NameAnswer {
  readonly right: (typeof nameChoices)[number];
  readonly why?: string | null | undefined;
}

/** The name that a person is entered under, and the reason if it corrects the known one. */
export interface DecidedName {
  readonly name: string;
  readonly correction: { readonly before: string; readonly why: string } | undefined;
}

/** The county knows the number under another name; shows both for a decision. */
export const nameDiffers = (known: string, typed: string, field: string): Problem =>
  problem(
    'NAME_DIFFERS',
    {
      zh: `此证件号在本县登记的姓名是“${known}”，本次填的是“${typed}”；核对证件，选定正确的姓名`,
      en: `This number is registered in the county as “${known}”; you entered “${typed}”. Check the document and choose the right name.`,
    },
    field,
  );

/**
 * Decides the name that a person is entered under if the county already knows the number. A spelling that differs only
 * by spaces and dots counts as the known one. Another county's spelling is not considered: each county keeps its own.
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
