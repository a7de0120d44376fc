import type { Problem } from '../graph/command.ts';

/**
 * How a field is typed: one line, several, an amount in yuan, a date, a whole number, a choice, a choice of very many
 * found by typing a part of its words, yes or no, a secret.
 */
export type FieldKind = 'text' | 'long' | 'money' | 'date' | 'number' | 'choice' | 'search' | 'tick' | 'secret';

/** The values of a form as typed; a tick is 'yes' or ''. */
export type Typed = Readonly<Record<string, string>>;

/** One field of a form; `name` is the input's name in the graph, so that a problem finds its field. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly kind?: FieldKind;
  readonly optional?: boolean;
  readonly help?: string | undefined;
  /** The problem with the initial value. */
  readonly wrong?: { readonly zh: string; readonly en: string } | undefined;
  readonly choices?: readonly { readonly value: string; readonly word: string }[];
  /** Whether the field is shown, given the other values. */
  readonly when?: (typed: Typed) => boolean;
}

/** The fields that are shown now. */
export function fieldsAsked(fields: readonly Field[], typed: Typed): readonly Field[] {
  return fields.filter((field) => field.when?.(typed) ?? true);
}

/** The problems found before sending: a field left empty, a number that is not one. */
export function faultsIn(
  fields: readonly Field[],
  typed: Typed,
  words: (fault: 'missing' | 'notNumber', label: string) => string,
): readonly Problem[] {
  return fieldsAsked(fields, typed).flatMap((field) => {
    const fault = faultOf(field, (typed[field.name] ?? '').trim());
    if (fault === undefined) return [];
    const said = words(fault, field.label);
    return [{ code: fault, field: field.name, zh: said, en: said }];
  });
}

function faultOf(field: Field, value: string): 'missing' | 'notNumber' | undefined {
  if (value === '') return field.optional === true || field.kind === 'tick' ? undefined : 'missing';
  return field.kind === 'number' && !/^\d{1,9}$/.test(value) ? 'notNumber' : undefined;
}
