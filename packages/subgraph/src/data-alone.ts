import type { ApolloServerPlugin, BaseContext } from '@apollo/server';

/** The header by which a subgraph says that its answer consists of data: no errors, no extensions. */
export const dataAloneHeader = 'x-nuangong-data-alone';

/** Marks the answers that consist of data, so that the gateway may pass them on without reading them. */
export function markDataAlone<Context extends BaseContext>(): ApolloServerPlugin<Context> {
  return {
    async requestDidStart() {
      return {
        async willSendResponse({ response }) {
          if (response.body.kind !== 'single') return;
          const { data, errors, extensions } = response.body.singleResult;
          if (data == null || errors !== undefined || extensions !== undefined) return;
          response.http.headers.set(dataAloneHeader, 'true');
        },
      };
    },
  };
}
