import type { Problem, Result } from '@nuangong/primitives';
import type { ObjectRef, SchemaTypes, TypeParam, ShapeFromTypeParam } from '@pothos/core';

/**
 * The object type of a mutation's result: `problems` (empty if it was carried out) and the record under its own name
 * (null if it was not).
 *
 * @example `const ApproveBatchResult = commandResult(builder, 'ApproveBatchResult', 'batch', DisbursementBatch);`
 */
export function commandResult<
  Types extends SchemaTypes,
  Name extends string,
  Type extends Exclude<TypeParam<Types>, readonly unknown[]>,
>(
  builder: PothosSchemaTypes.SchemaBuilder<Types>,
  typeName: Name,
  valueName: string,
  valueType: Type,
): ObjectRef<Types, Result<ShapeFromTypeParam<Types, Type, false>>> {
  const ref = builder.objectRef<Result<ShapeFromTypeParam<Types, Type, false>>>(typeName);
  ref.implement({
    fields: (t) =>
      ({
        problems: t.field({
          type: ['Problem' as never],
          nullable: false as never,
          resolve: (result: Result<unknown>): readonly Problem[] => (result.ok ? [] : result.problems),
        } as never),
        [valueName]: t.field({
          type: valueType,
          nullable: true,
          description: 'The record after the command; null if it was refused.',
          resolve: (result: Result<unknown>) => (result.ok ? result.value : null),
        } as never),
      }) as never,
  });
  return ref as never;
}
