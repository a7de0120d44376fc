import SchemaBuilder from '@pothos/core';
import DirectivePlugin from '@pothos/plugin-directives';
import FederationPlugin from '@pothos/plugin-federation';
import PrismaPlugin from '@pothos/plugin-prisma';
import { fen, formatYuan, type Problem } from '@nuangong/primitives';
import type { RequestContext } from './context.ts';
import DescribeRecurring from './describe-recurring.ts';

interface ScalarShape<Input, Output> {
  Input: Input;
  Output: Output;
}

/** The types that every subgraph's schema is built on. */
export interface SubgraphTypes<PrismaTypes extends object, Tx, Parts = unknown> {
  Context: RequestContext<Tx, Parts>;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  Objects: { Problem: Problem };
  Scalars: {
    ID: ScalarShape<string, string>;
    /**
     * Internally bigint fen; in answers yuan as decimal text. As input it stays text, so that a problem can name its
     * field.
     */
    Yuan: ScalarShape<string, bigint>;
    /** A calendar date; as input it stays text, so that a problem can name its field. */
    LocalDate: ScalarShape<string, string>;
    Instant: ScalarShape<Date, Date>;
    /** A whole number beyond 32 bits, as text. */
    Count: ScalarShape<string, bigint | number>;
    Json: ScalarShape<unknown, unknown>;
  };
}

/** The type of `createSubgraphBuilder`'s result; each service names it once in its builder.ts. */
export type SubgraphBuilder<PrismaTypes extends object, Tx, Parts = unknown> = PothosSchemaTypes.SchemaBuilder<
  PothosSchemaTypes.ExtendDefaultTypes<SubgraphTypes<PrismaTypes, Tx, Parts>>
>;

/**
 * A Pothos builder with the plugins, scalars and the Problem type that all subgraphs share.
 *
 * @param datamodel the result of `getDatamodel()` from the service's generated Pothos types.
 */
export function createSubgraphBuilder<PrismaTypes extends object, Tx extends object, Parts = unknown>(options: {
  readonly datamodel: unknown;
}): SubgraphBuilder<PrismaTypes, Tx, Parts> {
  const builder = new SchemaBuilder<SubgraphTypes<object, object>>({
    plugins: [DirectivePlugin, PrismaPlugin, FederationPlugin, DescribeRecurring],
    defaultFieldNullability: false,
    prisma: {
      client: (context) => context.tx as never,
      dmmf: options.datamodel as never,
      filterConnectionTotalCount: true,
      onUnusedQuery: null,
    },
  });
  addScalars(builder);
  addProblem(builder);
  builder.queryType({});
  builder.mutationType({});
  return builder as unknown as SubgraphBuilder<PrismaTypes, Tx, Parts>;
}

function text(value: unknown): string {
  if (typeof value === 'string' && value.length <= 64) return value;
  if (typeof value === 'number') return String(value);
  throw new TypeError('expected a short text');
}

function addScalars(builder: SubgraphBuilder<object, object>): void {
  builder.scalarType('Yuan', {
    description: 'An amount in yuan as decimal text, exact to the fen: "300.00".',
    serialize: (value) => formatYuan(fen(value)),
    parseValue: text,
  });
  builder.scalarType('LocalDate', {
    description: 'A calendar date: "2026-12-08".',
    serialize: (value) => value,
    parseValue: text,
  });
  builder.scalarType('Instant', {
    description: 'A date and time in UTC, ISO 8601.',
    serialize: (value) => value.toISOString(),
    parseValue(value) {
      const moment = new Date(text(value));
      if (Number.isNaN(moment.getTime())) throw new TypeError('expected a moment in ISO 8601');
      return moment;
    },
  });
  builder.scalarType('Count', {
    description: 'A whole number that may exceed 32 bits, as decimal text: "1250000".',
    serialize: (value) => value.toString(),
    parseValue: text,
  });
  builder.scalarType('Json', {
    description: 'Any JSON value; each field that uses it describes the content.',
    serialize: (value) => value,
  });
}

function addProblem(builder: SubgraphBuilder<object, object>): void {
  builder.objectType('Problem', {
    description: 'Why a command was not carried out, and what to do about it.',
    shareable: true,
    fields: (t) => ({
      code: t.exposeString('code', {
        description: 'The code of the problem, for programs: NOT_FOUND, CHANGED_MEANWHILE.',
      }),
      field: t.string({
        nullable: true,
        description: 'The input field that it concerns; null if it concerns the whole input.',
        resolve: (problem) => problem.field ?? null,
      }),
      message: t.string({
        description: 'In the language of the request.',
        resolve: (problem, _arguments, context) => problem.message[context.language],
      }),
      zh: t.string({
        description: 'The problem and what to do, in Chinese.',
        resolve: (problem) => problem.message.zh,
      }),
      en: t.string({ description: 'The same in English.', resolve: (problem) => problem.message.en }),
    }),
  });
}
