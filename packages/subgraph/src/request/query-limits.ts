import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { Bilingual } from '@nuangong/primitives';
import { languageOf } from '../authenticate.ts';
import { refuseRequest } from '../require-permission.ts';
import { measureQuery, type QueryMeasure } from './measure-query.ts';

/** The limits on the size of a query. */
export interface QueryLimits extends QueryMeasure {
  /** Tokens of the document; counted while it is parsed. */
  readonly tokens: number;
  /** Characters of the document; checked before it is parsed. */
  readonly characters: number;
  /** Nested brackets; checked before the document is parsed. */
  readonly nesting: number;
}

/**
 * What a client may request in one query. The console's largest page uses a fifth of the rows and half of the depth.
 */
export const gatewayLimits: QueryLimits = {
  characters: 50_000,
  nesting: 60,
  tokens: 2_000,
  depth: 14,
  aliases: 30,
  rootFields: 20,
  rows: 20_000,
};

/** The limits of a subgraph: the gateway's query for one subgraph is never twice as large as the client's. */
export const subgraphLimits: QueryLimits = {
  characters: 100_000,
  nesting: 120,
  tokens: 4_000,
  depth: 28,
  aliases: 60,
  rootFields: 40,
  rows: 40_000,
};

type Measured = keyof QueryMeasure;

const names: Readonly<Record<Measured, Bilingual>> = {
  depth: { zh: '层级', en: 'levels of fields' },
  aliases: { zh: '别名', en: 'aliases' },
  rootFields: { zh: '一次查询的项目', en: 'top-level fields' },
  rows: { zh: '估计的记录数', en: 'estimated records' },
};

/** The message for a query that is too large, with its size and the limit. */
export function tooLarge(measured: Measured, has: number, most: number): Bilingual {
  const { zh, en } = names[measured];
  return {
    zh: `查询过大：${zh}为 ${has}，至多 ${most}。缩小范围，或分几次查询`,
    en: `The query is too large: ${has} ${en}, at most ${most}. Narrow it, or split it into several queries.`,
  };
}

/** The message for a document that is too long. */
export const tooLongText: Bilingual = {
  zh: '查询过大：文本过长。缩小范围，或分几次查询',
  en: 'The query is too large: its text is too long. Narrow it, or split it into several queries.',
};

/** Refuses with QUERY_TOO_LARGE what exceeds a limit, before execution. */
export function limitQueries<Context extends BaseContext>(limits: QueryLimits): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          if (operation === undefined) return;
          const measure = measureQuery(schema, document, operation, request.variables ?? {});
          for (const measured of Object.keys(names) as Measured[]) {
            const has = measure[measured];
            const most = limits[measured];
            if (has <= most) continue;
            const language = languageOf(request.http?.headers.get('accept-language'));
            throw refuseRequest('QUERY_TOO_LARGE', tooLarge(measured, has, most), language);
          }
        },
      };
    },
  };
}
