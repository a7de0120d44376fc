import { fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inMilliseconds, interleave, medianAndSpread, type Bench, type Measurement } from '@nuangong/measurement';
import { serviceMemory } from '@nuangong/service/service-memory';
import { generateRosterWorkbook } from '@nuangong/spreadsheet/testing';
import { copyRows, keepRows } from './copy-roster.ts';
import type { ImportedRoster } from './import-roster.ts';

const runs = 3;
const rosterRows = 100_000;

/**
 * Imports a roster of 100,000 rows in a separate process and compares it with COPY of the same rows (people,
 * households, members, versions, case files with their numbers and steps, roster rows) into the same empty tables with
 * all indexes, keys, checks and triggers. COPY receives rows that are already read, checked, sealed and numbered, in
 * one transaction, as the tables' owner: PostgreSQL has no COPY under row-level security.
 *
 * The load is the database's share of the import: every statement from sending to answer, commits included. With
 * parsing it is the whole import: the workbook read, rows staged, opened, parsed, sealed, and registered in batches of
 * 2,000.
 */
export async function measure({ folder }: Bench): Promise<readonly Measurement[]> {
  const file = join(folder, 'roster.xlsx');
  await generateRosterWorkbook(file, rosterRows);
  const rows = join(folder, 'rows');
  await mkdir(rows);
  const imports: ImportedRoster[] = [];
  const { byHand: copies } = await interleave(
    runs,
    async (run) => {
      const imported = await importInOwnProcess(file, run === 0 ? rows : undefined);
      imports.push(imported);
      return imported.staging + imported.importing;
    },
    () => copyRows(rows),
  );
  const ratiosOf = (time: (imported: ImportedRoster) => number) =>
    imports.map((imported, run) => (copies[run] ?? Number.NaN) / time(imported));
  const times = (time: (imported: ImportedRoster) => number) => inMilliseconds(imports.map(time));
  const peak = medianAndSpread(imports.map(({ peakMegabytes }) => peakMegabytes));
  return [
    {
      zh: '导入 10 万行花名册：仅入库，与 COPY 同样的行相比的速度',
      en: 'importing a roster of 100,000 rows: the load alone, speed against COPY of the same rows',
      ratios: ratiosOf(({ statements }) => statements),
      aim: { least: 0.6 },
      detail: `${times(({ statements }) => statements)}; COPY ${inMilliseconds(copies)}`,
    },
    {
      zh: '导入 10 万行花名册：连同读取 .xlsx、核对、加密',
      en: 'the same with reading the .xlsx, checking and sealing every row',
      ratios: ratiosOf(({ staging, importing }) => staging + importing),
      aim: { least: 0.2 },
      detail: `reading ${times(({ staging }) => staging)}, importing ${times(({ importing }) => importing)}`,
    },
    {
      zh: '导入 10 万行花名册：导入进程占用内存的最高值（MB）',
      en: 'the same: most memory of the importing process, in MB',
      ratios: imports.map(({ peakMegabytes }) => peakMegabytes),
      aim: { most: 400 },
      detail: `the whole service in it; ${peak.lowest.toFixed(0)}–${peak.highest.toFixed(0)} MB`,
    },
  ];
}

/** Imports in a new process; saves the rows written to `rowsTo`, if given, before the database is dropped. */
async function importInOwnProcess(file: string, rowsTo: string | undefined): Promise<ImportedRoster> {
  const execArgv = [...serviceMemory, '--disable-warning=ExperimentalWarning'];
  const child = fork(fileURLToPath(new URL('import-roster.ts', import.meta.url)), [file], { execArgv });
  const ended = once(child, 'exit');
  const told = await Promise.race([once(child, 'message'), ended.then(() => undefined)]);
  if (told === undefined) throw new Error('the importing process ended without an answer');
  const imported = told[0] as ImportedRoster;
  if (imported.accepted !== rosterRows) throw new Error(`${imported.accepted} rows were accepted, not ${rosterRows}`);
  if (rowsTo !== undefined) await keepRows(imported.ownerUrl, rowsTo);
  child.send('stop');
  await ended;
  return imported;
}
