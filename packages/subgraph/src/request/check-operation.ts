import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  getVariableValues,
  Kind,
  OperationTypeNode,
  visit,
  type DocumentNode,
  type GraphQLError,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { cutText, type Bilingual } from '@nuangong/primitives';
import { languageOf } from '../authenticate.ts';
import type { Language } from '../context.ts';
import { mostPages, mostRows } from '../page.ts';
import { refuseRequest } from '../require-permission.ts';

/**
 * Refuses with 400, before execution: an operation that the document does not have, a subscription, a variable of
 * another type than declared, a page number out of range.
 */
export function checkOperation<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          const language = languageOf(request.http?.headers.get('accept-language'));
          if (operation === undefined) throw refuseRequest('OPERATION_RESOLUTION_FAILURE', noSuchOperation, language);
          if (operation.operation === OperationTypeNode.SUBSCRIPTION) {
            throw refuseRequest('GRAPHQL_VALIDATION_FAILED', noSubscriptions, language);
          }
          const variables = readVariables(schema, operation, request.variables ?? {}, language);
          checkPages(document, variables, language);
        },
      };
    },
  };
}

type Variables = Readonly<Record<string, unknown>>;

function readVariables(
  schema: GraphQLSchema,
  operation: OperationDefinitionNode,
  given: Variables,
  language: Language,
): Variables {
  const { coerced, errors } = getVariableValues(schema, operation.variableDefinitions ?? [], given, { maxErrors: 1 });
  if (errors === undefined) return coerced;
  const [error] = errors;
  const node = error?.nodes?.[0];
  const name = node?.kind === Kind.VARIABLE_DEFINITION ? node.variable.name.value : '';
  throw badInput(variableRefused(name, error?.message ?? ''), name, language);
}

/**
 * Checks page numbers and sizes, both literal and in variables: those out of range are reported, never changed
 * silently.
 */
function checkPages(document: DocumentNode, variables: Variables, language: Language): void {
  const most: Readonly<Record<string, number>> = { page: mostPages, perPage: mostRows };
  visit(document, {
    Argument({ name: { value: name }, value }) {
      const limit = most[name];
      if (limit === undefined) return;
      const asked =
        value.kind === Kind.INT
          ? Number(value.value)
          : value.kind === Kind.VARIABLE
            ? variables[value.name.value]
            : undefined;
      if (typeof asked === 'number' && (asked < 1 || asked > limit))
        throw badInput(outOfRange(name, limit), name, language);
    },
  });
}

const badInput = (words: Bilingual, field: string, language: Language): GraphQLError =>
  refuseRequest('BAD_USER_INPUT', words, language, { ...(field !== '' && { field }), http: { status: 400 } });

const outOfRange = (name: string, most: number): Bilingual => ({
  zh: `${name === 'page' ? '页码' : '每页条数'}应为 1 至 ${most}`,
  en: `${name} must be 1 to ${most}.`,
});

/** Does not suggest names of the schema that the client did not use. */
const variableRefused = (name: string, message: string): Bilingual => ({
  zh: `变量 ${cutText(name, 60)} 的值与查询的定义不符，改正后重新发送`,
  en: cutText(message.replace(/ Did you mean.*$/su, ''), 300),
});

const noSuchOperation: Bilingual = {
  zh: '查询中没有所指的操作；有几个操作时，operationName 应为其中一个的名称',
  en: 'The query has no such operation. If it has several, set operationName to one of them.',
};

const noSubscriptions: Bilingual = {
  zh: '本系统不提供订阅，用查询代替',
  en: 'Subscriptions are not supported. Use a query.',
};
