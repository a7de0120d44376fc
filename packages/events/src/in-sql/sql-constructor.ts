import type { EventContract } from '../define-event.ts';
import { jsonSchemaOf, type JsonSchema } from '../publication/json-schemas.ts';

/**
 * The SQL function that makes a contract's envelope in a set-based statement: `payment_made_v1(event_id => …, …)`, with
 * one parameter for each field of the data and no defaults, so that a statement that omits one fails when it is
 * planned. Takes money as bigint fen. Returns the same as `makeEvent` for the same data.
 */
export function sqlConstructor(contract: EventContract): string {
  const { properties, required } = jsonSchemaOf(contract) as unknown as DataSchema;
  const fields = Object.entries(properties).map(([name, schema]) => ({
    name,
    parameter: snakeCase(name),
    type: sqlTypeOf(schema),
    optional: !required.includes(name),
  }));
  const told = fields
    .filter(({ optional }) => !optional)
    .map(({ name, parameter, type }) => `'${name}', ${asTold(parameter, type)}`);
  const optional = fields
    .filter((field) => field.optional)
    .map(
      ({ name, parameter, type }) =>
        ` || case when ${parameter} is null then '{}' else jsonb_build_object('${name}', ${asTold(parameter, type)}) end`,
    );
  return `-- ${contract.summary}
create function ${snakeCase(contract.name)}_v${contract.version}(event_id uuid, path text, actor uuid, request text, at timestamptz,
${inLines(
  fields.map(({ parameter, type }) => `${parameter} ${type}`),
  '  ',
)})
returns jsonb language sql stable
  return jsonb_build_object('specversion', '1.0', 'id', event_id, 'type', '${contract.type}', 'source', '${contract.topic}',
    'subject', ${subjectOf(contract, fields)}, 'time', to_char(at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
    'datacontenttype', 'application/json', 'organizationpath', path, 'requestid', request, 'actor', actor,
    'data', jsonb_build_object(
${inLines(told, '      ')})${optional.join('')});
`;
}

interface DataSchema {
  readonly properties: Readonly<Record<string, JsonSchema>>;
  readonly required: readonly string[];
}
type SqlType = 'uuid' | 'date' | 'bigint' | 'integer' | 'boolean' | 'text' | 'jsonb';

/** The parameter with the entity whose order the event keeps: the field whose example equals the contract's key. */
function subjectOf(
  contract: EventContract,
  fields: readonly { readonly name: string; readonly parameter: string }[],
): string {
  const key = contract.key(contract.example);
  const subject = fields.find(({ name }) => (contract.example as Readonly<Record<string, unknown>>)[name] === key);
  if (subject === undefined) throw new Error(`the key of ${contract.type} is no field of its data`);
  return subject.parameter;
}

function sqlTypeOf(schema: JsonSchema): SqlType {
  const { type, format, pattern, anyOf } = schema;
  if (Array.isArray(anyOf)) {
    const [one, ...others] = (anyOf as readonly JsonSchema[]).filter((each) => each['type'] !== 'null');
    return one !== undefined && others.length === 0 ? sqlTypeOf(one) : 'jsonb';
  }
  if (type === 'boolean') return 'boolean';
  if (type === 'integer') return 'integer';
  if (type !== 'string') return 'jsonb';
  if (format === 'uuid') return 'uuid';
  if (format === 'date') return 'date';
  return typeof pattern === 'string' && pattern.includes('[1-9]\\d{0,17}') ? 'bigint' : 'text';
}

const asTold = (parameter: string, type: SqlType): string => (type === 'bigint' ? `${parameter}::text` : parameter);

const snakeCase = (name: string): string =>
  name.replaceAll('-', '_').replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** A list wrapped at 120 characters. */
function inLines(parts: readonly string[], indent: string): string {
  const lines: string[] = [];
  for (const [place, part] of parts.entries()) {
    const text = place === parts.length - 1 ? part : `${part},`;
    const last = lines.at(-1);
    if (last === undefined || last.length + text.length + 1 > 118) lines.push(`${indent}${text}`);
    else lines[lines.length - 1] = `${last} ${text}`;
  }
  return lines.join('\n');
}
