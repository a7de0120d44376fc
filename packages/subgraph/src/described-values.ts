/**
 * The values of a GraphQL enum with their words. The type argument is the union that the code already has, so that
 * neither can have a value which the other lacks.
 *
 * @example `builder.enumType('Sex', { description: '…', values: describedValues<Sex>({ MALE: '男', FEMALE: '女' }) })`
 */
export function describedValues<Value extends string>(
  words: Readonly<Record<Value, string>>,
): Readonly<Record<Value, { readonly description: string }>> {
  const described = Object.entries<string>(words).map(([value, description]) => [value, { description }]);
  return Object.fromEntries(described) as Readonly<Record<Value, { readonly description: string }>>;
}
