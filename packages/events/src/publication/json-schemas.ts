import { z } from 'zod';
import { contracts } from '../contracts.ts';
import type { EventContract } from '../define-event.ts';

/** A JSON Schema as plain JSON. */
export type JsonSchema = { readonly [keyword: string]: unknown };

/** The JSON Schema of a contract's data on the wire: money as digits. */
export function jsonSchemaOf(contract: EventContract): JsonSchema {
  const schema = z.toJSONSchema(contract.schema, { io: 'input' });
  return {
    $id: `${contract.name}.v${contract.version}.json`,
    title: contract.type,
    description: contract.summary,
    ...toJson(schema),
    examples: [exampleOf(contract)],
  };
}

/** A contract's example on the wire. */
export function exampleOf(contract: EventContract): JsonSchema {
  return toJson(z.encode(contract.schema, contract.example));
}

/** The published files by name: a schema per contract, and the AsyncAPI document. */
export function schemaFiles(): ReadonlyMap<string, JsonSchema> {
  return new Map(Object.entries(contracts).map(([name, contract]) => [`${name}.json`, jsonSchemaOf(contract)]));
}

function toJson(value: unknown): JsonSchema {
  return JSON.parse(JSON.stringify(value)) as JsonSchema;
}
