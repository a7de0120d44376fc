/**
 * The values of a GraphQL enum with their descriptions. The type argument is the union that the code already has, so
 * that both have exactly the same values.
 *
 * @example `builder.enumType('Sex', { description: '…', values: describedValues<Sex>({ MALE: '男', FEMALE: '女' }) })`
 */
export function describedValues<Value extends string>(
  words: Readonly<Record<Value, string>>,
): Readonly<Record<Value, { readonly description: string }>> {
  const described = Object.entries<string>(words).map(([value, description]) => [value, { description }]);
  return Object.fromEntries(described) as Readonly<Record<Value, { readonly description: string }>>;
}
