import { warmthTableByHand } from '@nuangong/reporting/warmth-table-by-hand';
import { campaignId, type MainJobOutcome } from '../main-job.ts';
import type { Session } from '../session.ts';
import { consoleDocument } from './console-document.ts';
import {
  applicationQueueByHand,
  batchPageByHand,
  caseFileQueueByHand,
  householdListByHand,
} from './queries-by-hand.ts';

export const services = ['case-records', 'funds', 'reporting'] as const;
export type Service = (typeof services)[number];
/** The data of one query. */
export type Answer = Readonly<Record<string, unknown>>;

/** A page of the console: its user, its queries, and the hand-written query for the same rows. */
export interface ConsolePage {
  readonly zh: string;
  readonly en: string;
  readonly username: string;
  readonly queries: readonly { readonly name: string; readonly variables: Answer }[];
  readonly service: Service;
  readonly sql: string;
  readonly values: readonly unknown[];
  /** The part in which both answers must agree. */
  readonly rowsOf: (answers: readonly Answer[]) => unknown;
  readonly rowsByHand: (row: Answer) => unknown;
}

/** What is sent when a page is opened, and by whom. */
export type SentPage = Pick<ConsolePage, 'zh' | 'en' | 'username' | 'queries'>;

/** The page of one household, which several services answer together. */
export function householdRecord(id: string): SentPage {
  return {
    zh: '家庭档案',
    en: 'household record',
    username: 'qinghe-clerk',
    queries: [{ name: 'HouseholdRecord', variables: { id } }],
  };
}

/** Opens a page: sends all its queries together, as the browser does. */
export function openPage(session: Session, { queries }: SentPage): Promise<readonly Answer[]> {
  return Promise.all(queries.map(({ name, variables }) => session.ask<Answer>(consoleDocument(name), variables)));
}

/** A field of one of a page's answers. */
function fieldOf<Shape>(answers: readonly Answer[], at: number, field: string): Shape {
  const answer = answers[at];
  if (answer === undefined) throw new Error(`the page has no answer ${at}`);
  return answer[field] as Shape;
}

type Items = { readonly items: readonly { readonly id: string }[]; readonly total: number };

const idsAndTotal = (items: Items) => ({ ids: items.items.map(({ id }) => id), total: items.total });
const sameByHand = ({ ids, total }: Answer) => ({ ids, total });
const listOf = (field: string) => (answers: readonly Answer[]) => idsAndTotal(fieldOf<Items>(answers, 0, field));

/** The five busiest pages of the console after the main job, with `perPage` rows each. */
export function busiestPages({ batchId }: MainJobOutcome, perPage = 50): readonly ConsolePage[] {
  const page = { page: 1, perPage };
  const records = { service: 'case-records', rowsByHand: sameByHand } as const;
  return [
    {
      ...records,
      zh: '家庭列表',
      en: 'households',
      username: 'qinghe-clerk',
      queries: [{ name: 'HouseholdList', variables: page }],
      sql: householdListByHand,
      values: [],
      rowsOf: listOf('households'),
    },
    {
      ...records,
      zh: '档案队列',
      en: 'case-file queue',
      username: 'qinghe-reviewer',
      queries: [{ name: 'CaseFileQueue', variables: { ...page, filter: { statuses: ['ACTIVE'] } } }],
      sql: caseFileQueueByHand,
      values: ['ACTIVE'],
      rowsOf: listOf('caseFiles'),
    },
    {
      ...records,
      zh: '申请队列',
      en: 'application queue',
      username: 'qinghe-approver',
      queries: [{ name: 'ApplicationQueue', variables: { ...page, filter: { statuses: ['PAID'] } } }],
      sql: applicationQueueByHand,
      values: ['PAID'],
      rowsOf: listOf('applications'),
    },
    {
      zh: '发放批次',
      en: 'batch',
      username: 'qinghe-finance',
      queries: [{ name: 'BatchRecord', variables: { id: batchId, perPage } }],
      service: 'funds',
      sql: batchPageByHand,
      values: [batchId],
      rowsOf: (answers) => idsAndTotal(fieldOf<{ readonly payments: Items }>(answers, 0, 'batch').payments),
      rowsByHand: sameByHand,
    },
    {
      zh: '送温暖统计表',
      en: 'statutory table',
      username: 'qinghe-statistics',
      queries: [{ name: 'StatutoryTable', variables: { form: 'warmth-table', campaignId } }],
      service: 'reporting',
      sql: warmthTableByHand,
      values: [],
      rowsOf: (answers) => cellOf(answers, '4C'),
      rowsByHand: (row) => String(row['4C']),
    },
  ];
}

type Cell = { readonly key: string; readonly value: string };
type Table = { readonly lines: readonly { readonly cells: readonly Cell[] }[] };

function cellOf(answers: readonly Answer[], key: string): string | undefined {
  const { lines } = fieldOf<Table>(answers, 0, 'statutoryTable');
  return lines.flatMap(({ cells }) => cells).find((cell) => cell.key === key)?.value;
}
