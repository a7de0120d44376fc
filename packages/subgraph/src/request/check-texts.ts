import type { ApolloServerPlugin, BaseContext } from '@apollo/server';
import {
  getNamedType,
  getNullableType,
  isInputObjectType,
  isListType,
  Kind,
  typeFromAST,
  TypeInfo,
  visit,
  visitWithTypeInfo,
  type DocumentNode,
  type GraphQLError,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
  type TypeNode,
} from 'graphql';
import { isUuid, withoutControls, type Bilingual } from '@nuangong/primitives';
import { languageOf } from '../authenticate.ts';
import type { Language } from '../context.ts';
import { refuseRequest } from '../require-permission.ts';

/**
 * Refuses, before execution, an invalid id and a text with the escape sequence of a control character; texts in
 * variables are cleaned already.
 */
export function checkTexts<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  const looked = new WeakSet<DocumentNode>();
  return {
    async requestDidStart() {
      return {
        async didResolveOperation({ schema, document, operation, request }) {
          const language = languageOf(request.http?.headers.get('accept-language'));
          if (!looked.has(document)) checkLiterals(schema, document, language);
          looked.add(document);
          if (operation !== undefined) checkVariables(schema, operation, request.variables ?? {}, language);
        },
      };
    },
  };
}

function checkLiterals(schema: GraphQLSchema, document: DocumentNode, language: Language): void {
  const types = new TypeInfo(schema);
  visit(
    document,
    visitWithTypeInfo(types, {
      enter(node) {
        if (node.kind !== Kind.STRING && node.kind !== Kind.INT) return;
        if (withoutControls(node.value) !== node.value)
          throw refuseRequest('BAD_USER_INPUT', controlInLiteral, language);
        const type = types.getInputType();
        const isOfId = type != null && getNamedType(type).name === 'ID';
        if (isOfId && !isUuid(node.value)) throw notAnId(types.getArgument()?.name, language);
      },
    }),
  );
}

function checkVariables(
  schema: GraphQLSchema,
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Readonly<Record<string, unknown>>,
  language: Language,
): void {
  const check = (type: GraphQLInputType, value: unknown, name: string): void => {
    if (value === null || value === undefined) return;
    const given = getNullableType(type);
    if (isListType(given)) {
      for (const one of Array.isArray(value) ? value : [value]) check(given.ofType, one, name);
    } else if (isInputObjectType(given)) {
      for (const field of Object.values(given.getFields()))
        check(field.type, Reflect.get(Object(value), field.name), field.name);
    } else if (given.name === 'ID') {
      if (typeof value !== 'string' || !isUuid(value)) throw notAnId(name, language);
    } else if (given.name === '_Any') {
      const id: unknown = Reflect.get(Object(value), 'id');
      if (id !== undefined && (typeof id !== 'string' || !isUuid(id))) throw notAnId('id', language);
    }
  };
  for (const { type, variable } of variableDefinitions) {
    const known = typeFromAST(schema, type as TypeNode) as GraphQLInputType | undefined;
    if (known !== undefined) check(known, variables[variable.name.value], variable.name.value);
  }
}

const notAnId = (field: string | undefined, language: Language): GraphQLError =>
  refuseRequest('BAD_USER_INPUT', noSuchId, language, { ...(field !== undefined && { field }), http: { status: 400 } });

const noSuchId: Bilingual = {
  zh: '编号不完整，从列表重新打开',
  en: 'This is not the id of a record. Open it again from its list.',
};

const controlInLiteral: Bilingual = {
  zh: '查询中的文字含有控制字符，删去后重新查询',
  en: 'A text in the query contains a control character. Remove it and send the query again.',
};
