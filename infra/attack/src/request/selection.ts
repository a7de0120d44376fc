import {
  getNamedType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
  isObjectType,
  isScalarType,
  type GraphQLArgument,
  type GraphQLInputType,
  type GraphQLObjectType,
  type GraphQLOutputType,
} from 'graphql';
import type { Random } from '@nuangong/faults/random';
import { guardedTypes } from '../judge.ts';

/** What a request may name: ids and words of one's own and of strangers. */
export type Words = {
  readonly ids: readonly string[];
  readonly texts: readonly string[];
  /** The ids of one's own and of strangers' records of a type, by the type's name. */
  readonly ofType: ReadonlyMap<string, readonly string[]>;
};

const deepest = 5;

/** Writes random well-formed GraphQL over a schema, and remembers which ids and words it named. */
export class RandomDocument {
  readonly said = new Set<string>();
  readonly #random: Random;
  readonly #words: Words;

  constructor(random: Random, words: Words) {
    this.#random = random;
    this.#words = words;
  }

  /** `name(arguments) { … }` of a field of the root. */
  field(type: GraphQLObjectType, name: string, depth = 0): string {
    const field = type.getFields()[name];
    if (field === undefined) throw new Error(`${type.name} has no field ${name}`);
    return `${name}${this.#arguments(field.args)}${this.selection(field.type, depth)}`;
  }

  /** The fields below a field: some of them, with aliases and fragments here and there. */
  selection(of: GraphQLOutputType, depth = 0): string {
    const type = getNamedType(of);
    if (!isObjectType(type)) return '';
    const names = Object.keys(type.getFields()).filter((name) => !name.startsWith('_') && this.#reaches(type, name, depth));
    const wanted = names.filter((name) => this.#random.chance(this.#isLeaf(type, name) ? 55 : 40));
    const fields = (wanted.length > 0 ? wanted : ['__typename']).map((name) => this.#selected(type, name, depth));
    if (guardedTypes.has(type.name)) fields.push('__typename');
    const body = fields.join(' ');
    return this.#random.chance(12) ? ` { ... on ${type.name} { ${body} } }` : ` { ${body} }`;
  }

  #selected(type: GraphQLObjectType, name: string, depth: number): string {
    if (name === '__typename') return name;
    const alias = this.#random.chance(6) ? `a${this.#random.whole(0, 9)}${name}: ` : '';
    return `${alias}${this.field(type, name, depth + 1)}`;
  }

  #isLeaf(type: GraphQLObjectType, name: string): boolean {
    return !isObjectType(getNamedType(type.getFields()[name]?.type));
  }

  #reaches(type: GraphQLObjectType, name: string, depth: number): boolean {
    return depth < deepest || this.#isLeaf(type, name);
  }

  #arguments(all: readonly GraphQLArgument[]): string {
    const given = all.filter(({ type }) => isNonNullType(type) || this.#random.chance(45));
    if (given.length === 0) return '';
    return `(${given.map(({ name, type }) => `${name}: ${this.#value(type, name)}`).join(', ')})`;
  }

  #value(type: GraphQLInputType, name: string, depth = 0): string {
    if (isNonNullType(type)) return this.#value(type.ofType, name, depth);
    if (isListType(type)) {
      const some = Array.from({ length: this.#random.whole(0, 2) }, () => this.#value(type.ofType, name, depth));
      return `[${some.join(', ')}]`;
    }
    if (isEnumType(type)) return this.#random.oneOf(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth < 3 && this.#random.chance(35)),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.#value(field.type, field.name, depth + 1)}`).join(', ')} }`;
    }
    return isScalarType(type) ? this.#scalar(type.name, name) : 'null';
  }

  #scalar(type: string, name: string): string {
    const { whole, oneOf } = this.#random;
    switch (type) {
      case 'ID':
        return this.#text(oneOf(this.#words.ids));
      case 'Int':
        return String(name === 'perPage' ? oneOf([1, 2, 10, 50, 200, 1_000, -1]) : whole(-1, 3));
      case 'Float':
        return String(whole(0, 100));
      case 'Boolean':
        return oneOf(['true', 'false']);
      case 'Yuan':
        return oneOf(['"0.01"', '"300.00"', '"97500.00"', '"-1"']);
      case 'LocalDate':
        return oneOf(['"2026-01-01"', '"2026-11-26"', '"2027-12-31"']);
      case 'Instant':
        return oneOf(['"2026-11-26T00:00:00Z"', '"2030-01-01T00:00:00Z"']);
      default:
        return this.#text(name === 'form' ? 'warmth-table' : oneOf(this.#words.texts));
    }
  }

  #text(value: string): string {
    this.said.add(value);
    return JSON.stringify(value);
  }
}
