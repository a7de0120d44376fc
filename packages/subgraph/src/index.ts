export { createSubgraphBuilder, type SubgraphTypes, type SubgraphBuilder } from './builder.ts';
export { commandResult } from './command-result.ts';
export { describedValues } from './described-values.ts';
export { runCommand, type CommandOptions } from './run-command.ts';
export { type RequestContext, type Language } from './context.ts';
export { lazyTransaction } from './lazy-transaction.ts';
export type { RedrivenLetter, RunningEvents } from './running-events.ts';
export { answerFaults, refuseAddress } from './answer-faults.ts';
export { answerInWords } from './answer-in-words.ts';
export { addressIn, authenticate, demandActor, languageOf, signInWords } from './authenticate.ts';
export { dataAloneHeader, markDataAlone } from './data-alone.ts';
export { formatError } from './format-error.ts';
export { requirePermission, refuseRequest, type RefusalCode } from './require-permission.ts';
export { startSubgraph, type Subgraph, type SubgraphOptions } from './server.ts';
export { measureQuery, type QueryMeasure } from './request/measure-query.ts';
export { guardRequests, queryGuards } from './request/guard-requests.ts';
export { nestingOf } from './request/nesting.ts';
export { gatewayLimits, type QueryLimits } from './request/query-limits.ts';
export { callerGone, timeOver, withinHeader } from './ending-of-request.ts';
export { createMetrics } from './metrics.ts';
export { createLogger } from './logger.ts';
export { printSubgraph } from './print-schema.ts';
export { internalFault } from './internal-fault.ts';
export { forbidden, notFound, changedMeanwhile } from './common-problems.ts';
export { graphNamesOf } from './graph-names.ts';
export { pageOf, type PageArguments } from './page.ts';
export { pageType, type AskedPage } from './page-type.ts';
export { exportAddress } from './export-address.ts';
export { orderOf, type AskedOrder, type ListSorts } from './list-order.ts';
export {
  createBatchLoader,
  loadById,
  loadManyBy,
  loadOneBy,
  type BatchLoader,
  type RecordLoader,
} from './batch-loader.ts';
export { createReadingAudit } from './reading-audit.ts';
export { addTimelineEntry, type TimelineEntry, type TimelineWords } from './timeline-entry.ts';
export { asFieldQuery, loadManyAsAsked, type FieldQuery } from './load-as-asked.ts';
export { problemsInJson, refuseFile } from './file-route.ts';
