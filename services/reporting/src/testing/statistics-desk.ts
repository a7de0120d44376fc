import type { Actor } from '@nuangong/access';
import type { EventEnvelope } from '@nuangong/events';
import { actorOf, startReporting, type ReportingSystem } from './reporting-system.ts';
import { city, county, household, money, opening, otherCounty } from './winter-campaign.ts';

/** The statistics officers of the county, of another county (also its administrator) and of the city. */
export const statistics: Actor = { ...actorOf(county, ['STATISTICS']), officePhone: '0810-8101007' };
export const stranger = actorOf(otherCounty, ['STATISTICS', 'ADMINISTRATOR'], '林峰');
export const cityStatistics = actorOf(city, ['STATISTICS'], '谢芳');

/** The answer to `tableQuery`. */
export interface TableAnswer {
  statutoryTable: {
    organizationName: string;
    campaignId: string;
    from: string;
    to: string;
    preparedBy: string;
    preparedByPhone: string | null;
    preparedOn: string;
    exportUrl: string;
    submission: { status: string; submittedBy: string } | null;
    checks: { code: string; ok: boolean; severity: string; message: string }[];
    lines: {
      code: string;
      heading: string | null;
      cells: {
        key: string;
        value: string;
        derived: string | null;
        difference: string | null;
        state: string;
        records: number;
        rule: string;
      }[];
    }[];
  } | null;
}

/** A table with everything that the tests check. */
export const tableQuery = `query ($organizationId: ID) {
  statutoryTable(form: "warmth-table", organizationId: $organizationId) {
    organizationName campaignId from to preparedBy preparedByPhone preparedOn exportUrl submission { status submittedBy }
    checks { code ok severity message }
    lines { code heading cells { key value derived difference state records rule } }
  }
}`;

interface Told {
  readonly code: string;
  readonly field: string | null;
}

interface EnterAnswer {
  enterFigure: {
    problems: Told[];
    figure: { value: string; derived: string | null; state: string; reason: string | null } | null;
  };
}

interface SubmitAnswer {
  submitTable: { problems: Told[]; submission: { status: string; submittedBy: string } | null };
}

interface EnterAllAnswer {
  enterFigures: {
    problems: Told[];
    entered: { figures: { key: string; value: string }[]; refused: { cell: string; problems: Told[] }[] } | null;
  };
}

interface HistoryAnswer {
  figureHistory: { kind: string; value: string; reason: string | null; by: string; at: string }[];
}

/** A submission as its reader sees it. */
interface SeenSubmission {
  readonly id: string;
  readonly status: string;
  readonly reviewedBy: string | null;
  readonly opinion: string | null;
  readonly cellRemarks: readonly { readonly cell: string; readonly text: string }[];
  readonly mayReturn: boolean;
  readonly mayAccept: boolean;
}

interface ReviewAnswer {
  readonly problems: Told[];
  readonly submission: { readonly status: string } | null;
}

type Input = Readonly<Record<string, unknown>>;

/** A running service that has received the winter campaign, and the actions of a statistics officer. */
export interface StatisticsDesk {
  readonly system: ReportingSystem;
  /** Publishes events and waits until they are handled. */
  publish(events: readonly EventEnvelope[]): Promise<void>;
  cells(actor?: Actor, organizationId?: string): Promise<Readonly<Record<string, TableCell | undefined>>>;
  enter(input: Input, actor?: Actor): Promise<EnterAnswer['enterFigure']>;
  submit(actor?: Actor, input?: Input): Promise<SubmitAnswer['submitTable']>;
  /** Enters several figures with one command. */
  enterAll(figures: readonly Input[], actor?: Actor): Promise<EnterAllAnswer['enterFigures']>;
  /** The last submission of a table. */
  submission(actor?: Actor, organizationId?: string): Promise<SeenSubmission | null>;
  accept(input: Input, actor: Actor): Promise<ReviewAnswer>;
  return(input: Input, actor: Actor): Promise<ReviewAnswer>;
  history(cell: string, actor?: Actor, organizationId?: string): Promise<HistoryAnswer['figureHistory']>;
}

type TableCell = NonNullable<TableAnswer['statutoryTable']>['lines'][number]['cells'][number];

const enterFigure = `mutation ($input: EnterFigureInput!) {
  enterFigure(input: $input) { problems { code field } figure { value derived state reason } }
}`;
const submitTable = `mutation ($input: SubmitTableInput!) {
  submitTable(input: $input) { problems { code field } submission { status submittedBy } }
}`;
const enterFigures = `mutation ($input: EnterFiguresInput!) {
  enterFigures(input: $input) { problems { code field } entered { figures { key value } refused { cell problems { code field } } } }
}`;
const lastSubmission = `query ($organizationId: ID) {
  statutoryTable(form: "warmth-table", organizationId: $organizationId) {
    submission { id status reviewedBy opinion cellRemarks { cell text } mayReturn mayAccept }
  }
}`;
const acceptTable = `mutation ($input: AcceptTableInput!) {
  acceptTable(input: $input) { problems { code field } submission { status } }
}`;
const returnTable = `mutation ($input: ReturnTableInput!) {
  returnTable(input: $input) { problems { code field } submission { status } }
}`;
const figureHistory = `query ($cell: String!, $organizationId: ID) {
  figureHistory(form: "warmth-table", cell: $cell, organizationId: $organizationId) { kind value reason by at }
}`;

/** Opens a desk on 10 January 2027 in a county that has paid this many households. */
export async function openDesk(households: number): Promise<StatisticsDesk> {
  const system = await startReporting(() => new Date('2027-01-10T04:00:00Z'));
  let published = 0;
  const publish = async (events: readonly EventEnvelope[]) => {
    await system.publish(events);
    published += events.length;
    await system.untilHandled(published);
  };
  const paid = Array.from({ length: households }, (_, at) => household(at + 1)).flat();
  await publish([...opening(), ...money(), ...paid]);
  return {
    system,
    publish,
    async cells(actor = statistics, organizationId) {
      const { statutoryTable } = await system.ask<TableAnswer>(actor, tableQuery, { organizationId });
      const all = statutoryTable?.lines.flatMap((line) => line.cells) ?? [];
      return Object.fromEntries(all.map((cell) => [cell.key, cell]));
    },
    async enter(input, actor = statistics) {
      const given = { input: { form: 'warmth-table', ...input } };
      return (await system.ask<EnterAnswer>(actor, enterFigure, given)).enterFigure;
    },
    async submit(actor = statistics, input = {}) {
      const given = { input: { form: 'warmth-table', ...input } };
      return (await system.ask<SubmitAnswer>(actor, submitTable, given)).submitTable;
    },
    async enterAll(figures, actor = statistics) {
      const given = { input: { form: 'warmth-table', figures } };
      return (await system.ask<EnterAllAnswer>(actor, enterFigures, given)).enterFigures;
    },
    async submission(actor = statistics, organizationId) {
      interface Answer {
        readonly statutoryTable: { readonly submission: SeenSubmission | null } | null;
      }
      const { statutoryTable } = await system.ask<Answer>(actor, lastSubmission, { organizationId });
      return statutoryTable?.submission ?? null;
    },
    accept: async (input, actor) =>
      (await system.ask<{ acceptTable: ReviewAnswer }>(actor, acceptTable, { input })).acceptTable,
    return: async (input, actor) =>
      (await system.ask<{ returnTable: ReviewAnswer }>(actor, returnTable, { input })).returnTable,
    async history(cell, actor = statistics, organizationId) {
      return (await system.ask<HistoryAnswer>(actor, figureHistory, { cell, organizationId })).figureHistory;
    },
  };
}
