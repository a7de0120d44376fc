import type { ObjectRef, SchemaTypes, ShapeFromTypeParam, TypeParam } from '@pothos/core';
import type { pageOf } from './page.ts';

/** Which records of a list are asked for, and how many of them to skip and take. */
export interface AskedPage<Where, Order = never> {
  readonly where: Where;
  readonly page: ReturnType<typeof pageOf>;
  /** The order asked for; a list that is not sorted by its columns has none. */
  readonly orderBy?: Order;
}

/**
 * The object type of a list's page: its records (`items`) and how many there are on all pages (`total`), each read only
 * if the query names it.
 *
 * @example `const VacancyPage = pageType(builder, 'VacancyPage', Vacancy, { items: …, total: … });`
 */
export function pageType<
  Types extends SchemaTypes,
  Name extends string,
  Type extends Exclude<TypeParam<Types>, readonly unknown[]>,
  Where,
  Order = never,
>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
  typeName: Name,
  rowType: Type,
  read: {
    readonly items: (
      asked: AskedPage<Where, Order>,
      context: Types['Context'],
    ) => Promise<readonly ShapeFromTypeParam<Types, Type, false>[]>;
    readonly total: (where: Where, context: Types['Context']) => Promise<number>;
    /** The order of the records, where the list's own description does not say it. */
    readonly description?: string;
  },
): ObjectRef<Types, AskedPage<Where, Order>> {
  const ref = builder.objectRef<AskedPage<Where, Order>>(typeName);
  const { description } = read;
  ref.implement({
    fields: (t) =>
      ({
        items: t.field({
          type: [rowType],
          nullable: false as never,
          ...(description !== undefined && { description }),
          resolve: (asked: AskedPage<Where, Order>, _arguments: unknown, context: Types['Context']) =>
            read.items(asked, context),
        } as never),
        total: t.int({
          nullable: false as never,
          resolve: ({ where }: AskedPage<Where, Order>, _arguments: unknown, context: Types['Context']) =>
            read.total(where, context),
        } as never),
      }) as never,
  });
  return ref as never;
}
