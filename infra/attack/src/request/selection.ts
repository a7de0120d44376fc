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
import { lawfulText } from './lawful-text.ts';
import { idsFor, type Words } from './words.ts';

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
    return `${name}${this.#arguments(field.args, name)}${this.selection(field.type, depth)}`;
  }

  /** The fields below a field: some of them, with aliases and fragments here and there. */
  selection(of: GraphQLOutputType, depth = 0): string {
    const type = getNamedType(of);
    if (!isObjectType(type)) return '';
    const names = Object.keys(type.getFields()).filter(
      (name) => !name.startsWith('_') && this.#reaches(type, name, depth),
    );
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

  #arguments(all: readonly GraphQLArgument[], of: string): string {
    const given = all.filter(({ type }) => isNonNullType(type) || this.#random.chance(45));
    if (given.length === 0) return '';
    return `(${given.map(({ name, type }) => `${name}: ${this.#value(type, name, of)}`).join(', ')})`;
  }

  /** @param of the field that has this argument; its name shows which records' ids fit. */
  #value(type: GraphQLInputType, name: string, of: string, depth = 0): string {
    if (isNonNullType(type)) return this.#value(type.ofType, name, of, depth);
    if (isListType(type)) {
      const some = Array.from({ length: this.#random.whole(0, 2) }, () => this.#value(type.ofType, name, of, depth));
      return `[${some.join(', ')}]`;
    }
    if (isEnumType(type)) return this.#random.oneOf(type.getValues()).name;
    if (isInputObjectType(type)) {
      const fields = Object.values(type.getFields()).filter(
        (field) => isNonNullType(field.type) || (depth < 3 && this.#random.chance(35)),
      );
      return `{ ${fields.map((field) => `${field.name}: ${this.#value(field.type, field.name, of, depth + 1)}`).join(', ')} }`;
    }
    return isScalarType(type) ? this.#scalar(type.name, name, of) : 'null';
  }

  #scalar(type: string, name: string, of: string): string {
    const { whole, oneOf } = this.#random;
    switch (type) {
      case 'ID':
        return this.#text(
          oneOf(
            this.#random.chance(80)
              ? idsFor(this.#words, name === 'id' || name === 'ids' ? of : name)
              : this.#words.ids,
          ),
        );
      case 'Int':
        if (name === 'year') return oneOf(['2026', '2027', '0']);
        return String(name === 'perPage' ? oneOf([1, 2, 10, 50, 200]) : whole(-1, 6));
      case 'Float':
        return String(whole(0, 100));
      case 'Boolean':
        return oneOf(['true', 'false']);
      case 'Yuan':
        return oneOf(['"0.01"', '"12.50"', '"300.00"', '"560.00"', '"97500.00"', '"-1"']);
      case 'LocalDate':
        return oneOf(['"2026-01-01"', '"2026-10-08"', '"2026-11-20"', '"2027-12-31"']);
      case 'Instant':
        return oneOf(['"2026-11-26T00:00:00Z"', '"2030-01-01T00:00:00Z"']);
      default:
        return this.#text(
          (this.#random.chance(75) ? lawfulText(name, this.#random) : undefined) ?? oneOf(this.#words.texts),
        );
    }
  }

  #text(value: string): string {
    this.said.add(value);
    return JSON.stringify(value);
  }
}
