import { ok, problem, refuse, type Result } from './result.ts';

declare const brandName: unique symbol;

/** A `T` that has been checked and that the compiler distinguishes from other `T`s. At run time it is a plain `T`. */
export type Brand<T, Name extends string> = T & { readonly [brandName]: Name };

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Whether the text is a UUID in its canonical, lower-case form (any version). */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}

/**
 * Checks that a text is a UUID and gives it the brand of the record it identifies, in lower case:
 * `parseId<'HouseholdId'>(text)`. Refuses with ID_MALFORMED.
 */
export function parseId<Name extends string>(text: string, field?: string): Result<Brand<string, Name>> {
  const canonical = text.trim().toLowerCase();
  if (isUuid(canonical)) return ok(canonical as Brand<string, Name>);
  return refuse(
    problem(
      'ID_MALFORMED',
      {
        zh: '编号应为 36 位的 UUID，从列表中重新选取该记录',
        en: 'The id must be a UUID of 36 characters; choose the record from its list',
      },
      field,
    ),
  );
}
