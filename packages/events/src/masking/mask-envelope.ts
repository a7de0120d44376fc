import { contracts } from '../contracts.ts';
import { allTopics, type EventContract } from '../define-event.ts';
import { findContract } from '../event.ts';
import { sensitiveMark } from '../fields.ts';
import { jsonSchemaOf, type JsonSchema } from '../publication/json-schemas.ts';
import { isFieldName, mask, plainOrMasked } from './plain-value.ts';

/** How to show the leaves of a payload that are not declared sensitive. */
type Leaf = (value: string | number | boolean | null) => unknown;

type Masking = {
  /** For leaves in the contract: unchanged if the payload satisfies the contract, otherwise by their shape. */
  readonly known: Leaf;
  /** Receives the values in the payload's sensitive places, so that they can be removed elsewhere. */
  readonly hidden: (value: unknown) => void;
};

/**
 * An event as its operators may see it: what its contract declares sensitive is masked. Without a contract, or if the
 * payload breaks it, only values whose shape rules out personal data are left (ids, dates, numbers, enumeration
 * values). Accepts any JSON and returns the same structure.
 */
export function maskEnvelope(envelope: unknown): unknown {
  return maskWith(envelope, () => undefined);
}

/**
 * Every text of an event that `maskEnvelope` hides, longest first, so that it can be removed from messages about the
 * event.
 */
export function hiddenTextsOf(envelope: unknown): readonly string[] {
  const texts = new Set<string>();
  const gather = (value: unknown): void => {
    if (typeof value === 'string' || typeof value === 'number') texts.add(String(value));
    else if (typeof value === 'object' && value !== null) Object.values(value).forEach(gather);
  };
  maskWith(envelope, gather);
  return [...texts].filter((text) => text.trim().length > 1).sort((one, other) => other.length - one.length);
}

function maskWith(envelope: unknown, hidden: (value: unknown) => void): unknown {
  const byShape: Masking = { known: hiding(hidden, plainOrMasked), hidden };
  if (!isObject(envelope)) return maskUnknown(envelope, byShape);
  const contract = typeof envelope['type'] === 'string' ? findContract(envelope['type']) : undefined;
  return mapObject(envelope, byShape, (name, value) => {
    if (name === 'data') return maskData(contract, value, byShape);
    const plain = typeof value === 'string' && attributes[name]?.test(value) === true;
    return plain ? value : maskUnknown(value, byShape);
  });
}

/** The permitted values of the attributes around the data, besides ids and moments. */
const attributes: Readonly<Record<string, RegExp>> = {
  specversion: /^1\.0$/u,
  type: /^nuangong\.[a-z]+(?:-[a-z]+){0,5}\.v\d{1,3}$/u,
  source: new RegExp(`^(?:${allTopics.join('|')})$`, 'u'),
  actor: new RegExp(`^(?:${[...allTopics, 'reporting'].join('|')})$`, 'u'),
  datacontenttype: /^application\/json$/u,
};

function maskData(contract: EventContract | undefined, data: unknown, byShape: Masking): unknown {
  if (contract === undefined) return maskUnknown(data, byShape);
  const keeps = contract.schema.safeParse(data).success;
  return maskBySchema(schemaOf(contract), data, keeps ? { ...byShape, known: (value) => value } : byShape);
}

function maskBySchema(schema: JsonSchema, value: unknown, masking: Masking): unknown {
  if (schema[sensitiveMark] === true) return hide(value, masking);
  const alternatives = schema['anyOf'];
  if (Array.isArray(alternatives)) {
    const others = alternatives.filter((each: JsonSchema) => each['type'] !== 'null');
    if (value === null) return null;
    return others.length === 1 ? maskBySchema(others[0], value, masking) : maskUnknown(value, masking);
  }
  if (Array.isArray(value)) {
    const items = schema['items'];
    return value.map((each) => (isObject(items) ? maskBySchema(items, each, masking) : maskUnknown(each, masking)));
  }
  if (isObject(value)) {
    const properties = isObject(schema['properties']) ? schema['properties'] : {};
    return mapObject(value, masking, (name, each) => {
      const known = Object.hasOwn(properties, name) ? properties[name] : undefined;
      return isObject(known) ? maskBySchema(known, each, masking) : maskNamed(name, each, masking);
    });
  }
  const expected = schema['type'] === 'integer' ? 'number' : schema['type'];
  return typeof value === expected ? masking.known(value as string) : maskUnknown(value, masking);
}

/**
 * Masks what no contract describes: by its shape, and by the property names that are sensitive anywhere in the
 * catalogue.
 */
function maskUnknown(value: unknown, masking: Masking): unknown {
  if (Array.isArray(value)) return value.map((each) => maskUnknown(each, masking));
  if (isObject(value)) return mapObject(value, masking, (name, each) => maskNamed(name, each, masking));
  return hiding(masking.hidden, plainOrMasked)(value as string);
}

function maskNamed(name: string, value: unknown, masking: Masking): unknown {
  return sensitiveNames().has(name) ? hide(value, masking) : maskUnknown(value, masking);
}

function hide(value: unknown, masking: Masking): unknown {
  if (value === null || value === undefined) return null;
  masking.hidden(value);
  return mask;
}

function hiding(hidden: (value: unknown) => void, leaf: Leaf): Leaf {
  return (value) => {
    const shown = leaf(value);
    if (shown !== value) hidden(value);
    return shown;
  };
}

/** Maps the values of an object; a property whose name cannot be a field name is shown under its position. */
function mapObject(
  value: Readonly<Record<string, unknown>>,
  { hidden }: Masking,
  map: (name: string, value: unknown) => unknown,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(value).map(([name, each], place) => {
      if (isFieldName(name)) return [name, map(name, each)];
      hidden(name);
      return [`${mask}${place + 1}`, map(name, each)];
    }),
  );
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

const schemas = new Map<string, JsonSchema>();

function schemaOf(contract: EventContract): JsonSchema {
  const known = schemas.get(contract.type) ?? jsonSchemaOf(contract);
  schemas.set(contract.type, known);
  return known;
}

let names: ReadonlySet<string> | undefined;

function sensitiveNames(): ReadonlySet<string> {
  names ??= new Set(Object.values(contracts).flatMap((contract) => [...namesIn(schemaOf(contract))]));
  return names;
}

/** The properties of a schema that are sensitive, at any depth. */
function* namesIn(schema: JsonSchema): Generator<string> {
  for (const [name, each] of Object.entries(isObject(schema['properties']) ? schema['properties'] : {})) {
    if (!isObject(each)) continue;
    if (isSensitive(each)) yield name;
    yield* namesIn(each);
    if (isObject(each['items'])) yield* namesIn(each['items']);
  }
}

function isSensitive(schema: JsonSchema): boolean {
  const inside = [schema['items'], ...(Array.isArray(schema['anyOf']) ? schema['anyOf'] : [])];
  return schema[sensitiveMark] === true || inside.some((each) => isObject(each) && each[sensitiveMark] === true);
}
