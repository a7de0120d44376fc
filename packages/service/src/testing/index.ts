export { faultsOfAnyText } from './answers-any-text.ts';
export { conditionsOf } from '../audit-entries/read-audit-entries.ts';
export { fetchAsGateway, type FetchAsGateway } from './fetch-as-gateway.ts';
export { buildActor, createTestTokens, type TestTokens } from './test-tokens.ts';
export { startTestService, type TestService } from './start-test-service.ts';
