import { readFile } from 'node:fs/promises';
import { expect } from 'vitest';
import { clerk, type CaseRecordsService } from './case-records-service.ts';

/** An import as tests read it. */
export interface Roster {
  readonly id: string;
  readonly status: string;
  readonly rowsTotal: number;
  readonly accepted: number;
  readonly rejected: number;
  readonly expectedRejected: number | null;
  readonly markedFileUrl: string | null;
  readonly markedFileName: string;
  readonly sheets: readonly {
    number: number;
    name: string;
    state: string;
    chosen: boolean;
    rowsShown: number;
    rowsHidden: number;
  }[];
  readonly columns: readonly {
    index: number;
    heading: string;
    field: string | null;
    doubled: string | null;
    guessed: boolean;
  }[];
  readonly refusedRows: readonly { sheet: number; row: number; reasons: readonly { message: string }[] }[];
  readonly notices: readonly {
    kind: string;
    count: number;
    account: string | null;
    rows: readonly { row: number }[];
  }[];
  readonly problems: readonly { code: string; zh: string }[];
}

const fields = `id status rowsTotal accepted rejected expectedRejected markedFileUrl markedFileName
  sheets { number name state chosen rowsShown rowsHidden } columns { index heading field doubled guessed }
  refusedRows { sheet row reasons { code message } } notices { kind count account rows { sheet row } } problems { code zh }`;

/** A row as tests read it. */
export interface Row {
  readonly sheet: number;
  readonly row: number;
  readonly name: string;
  readonly outcome: string;
  readonly cells: readonly string[];
  readonly correction: readonly string[] | null;
  readonly reasons: readonly { code: string; message: string }[];
  readonly readings: readonly string[];
}

/**
 * A clerk's work with rosters: uploads the sample files or others, answers questions, starts imports, reads results.
 */
export interface RosterDesk {
  /** Uploads a file, or a sample by its name, and waits until it is read. */
  upload(name: string, content?: Uint8Array): Promise<Roster>;
  read(id: string): Promise<Roster>;
  /** Runs a command on an import, waits for the work that it starts, and returns its problems as code and field. */
  command(name: string, input: object): Promise<readonly string[]>;
  start(importId: string): Promise<readonly string[]>;
  rowsOf(id: string): Promise<readonly Row[]>;
  /** The households created from a roster, in the order of its rows. */
  householdsOf(id: string): Promise<readonly { name: string; income: string; size: number }[]>;
}

/** The desk of the county's clerk. */
export function rosterDesk(service: () => CaseRecordsService): RosterDesk {
  const desk: RosterDesk = {
    async upload(name, content) {
      const handed = new URL(`../register/roster-import/__fixtures__/clerks/${name}`, import.meta.url);
      const file = { name, content: content ?? (await readFile(handed)) };
      const answer = await service().upload(clerk, '/files/case-records/rosters', file);
      expect(answer.status).toBe(201);
      const { importId } = (await answer.json()) as { importId: string };
      await service().parts.background.idle();
      return desk.read(importId);
    },
    async read(id) {
      const query = `query($id: ID!) { rosterImport(id: $id) { ${fields} } }`;
      return (await service().ask<{ rosterImport: Roster }>(clerk, query, { id })).rosterImport;
    },
    async command(name, input) {
      const { problems } = await service().command(clerk, name, input, 'rosterImport { id }');
      await service().parts.background.idle();
      return problems.map(({ code, field }) => (field === undefined || field === null ? code : `${code} ${field}`));
    },
    start: (importId) => desk.command('startRosterImport', { importId }),
    async rowsOf(id) {
      const query = `query($id: ID!) { rosterImport(id: $id) { rows(perPage: 200) { items {
        sheet row name outcome cells correction reasons { code message } readings } } } }`;
      const { rosterImport } = await service().ask<{ rosterImport: { rows: { items: Row[] } } }>(clerk, query, { id });
      return rosterImport.rows.items;
    },
    householdsOf: (id) =>
      service().inspect(
        `select h.head_name as name, h.per_capita_income_fen::text as income, h.declared_size as size
         from household h join roster_row r on r.household_id = h.id where r.import_id = $1
         order by r.sheet_number, r.row_number`,
        [id],
      ),
  };
  return desk;
}
