import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import type { GraphQLFormattedError } from 'graphql';
import type { Logger } from 'pino';
import { cutText, type Bilingual } from '@nuangong/primitives';
import { languageOf } from '../authenticate.ts';

/**
 * Answers a request that was refused as a whole with its first mistake only, in the client's language; writes one log
 * line without a stack.
 */
export function answerMistakes<Context extends BaseContext>(logger: Logger): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ request, response }) {
          if (response.body.kind !== 'single') return;
          const result = response.body.singleResult;
          const [first] = result.errors ?? [];
          if (result.data !== undefined || first === undefined) return;
          const told = inWords(first);
          result.errors = [
            { ...told, message: told.extensions[languageOf(request.http?.headers.get('accept-language'))] },
          ];
          const { code, field } = told.extensions;
          if (code === 'INTERNAL_SERVER_ERROR') return;
          logger.info({ code, ...(field !== undefined && { field }) }, 'a request was refused');
        },
      };
    },
  };
}

interface ToldError extends GraphQLFormattedError {
  readonly extensions: Bilingual & { readonly code: string; readonly field?: string };
}

const longestMessage = 300;

function inWords(error: GraphQLFormattedError): ToldError {
  const { zh, en, code = '', ...extensions } = error.extensions as Partial<ToldError['extensions']>;
  const [place] = error.locations ?? [];
  const where = place === undefined ? '' : `（第 ${place.line} 行第 ${place.column} 列）`;
  const message = cutText(error.message, longestMessage);
  const words =
    typeof zh === 'string' && typeof en === 'string'
      ? { zh, en }
      : { zh: `${wordsOf(code)}${where}，改正后重新发送`, en: message };
  return { ...error, message, extensions: { code, ...extensions, ...words } };
}

function wordsOf(code: string): string {
  return code === 'GRAPHQL_PARSE_FAILED' ? '查询的写法不对' : '查询与系统的定义不符';
}
