import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { Actor, Role } from '@nuangong/access';
import { organizations } from '@nuangong/demonstration-city';
import { rememberOrganizations } from '@nuangong/organizations';
import { addDays, checkCharacterOf, localDateAt } from '@nuangong/primitives';
import { buildActor, startTestService, type TestService } from '@nuangong/service/testing';
import { Client } from 'pg';
import type { Transaction } from '../builder.ts';
import { caseRecordsDefinition } from '../definition.ts';
import type { RunningParts } from '../running-parts.ts';

const county = {
  scope: '51/5101/510101/',
  organizationId: '00000000-0000-7000-8000-000000510101',
  organizationName: '青禾县总工会',
};
const otherCounty = {
  scope: '51/5101/510102/',
  organizationId: '00000000-0000-7000-8000-000000510102',
  organizationName: '临江县总工会',
};

const staffOf = (organization: typeof county, name: string, ...roles: readonly Role[]): Actor =>
  buildActor({ ...organization, name, roles });

export const clerk = staffOf(county, '王秀英', 'CLERK');
export const reviewer = staffOf(county, '李建国', 'REVIEWER');
export const approver = staffOf(county, '张志强', 'APPROVER');
/** A person with both roles, as in a small county; may not use either on their own work. */
export const bothClerkAndReviewer = staffOf(county, '赵兼任', 'CLERK', 'REVIEWER');
export const baseClerk = staffOf(
  {
    scope: '51/5101/510101/510101-01/',
    organizationId: '00000000-0000-7000-8000-000051010101',
    organizationName: '县农机厂工会',
  },
  '何玉兰',
  'CLERK',
);
export const otherClerk = staffOf(otherCounty, '孙燕', 'CLERK');
export const otherReviewer = staffOf(otherCounty, '马超', 'REVIEWER');

export interface CaseRecordsService extends TestService<Transaction, RunningParts> {
  readonly parts: RunningParts;
  /** Runs a statement as the owner, who sees every row. */
  inspect<Row>(sql: string, values?: readonly unknown[]): Promise<Row[]>;
  /** Runs a statement as the service's own role, acting for someone, as a bug in the service could. */
  attack(actor: Actor, sql: string, values?: readonly unknown[]): Promise<void>;
  /** Uploads a file as a browser would. */
  upload(
    actor: Actor,
    path: string,
    file: {
      readonly name: string;
      readonly content: Uint8Array;
      readonly fields?: Readonly<Record<string, string>>;
      readonly type?: string;
    },
  ): Promise<Response>;
  download(actor: Actor, path: string): Promise<Response>;
  /** The result of a mutation, under its own name. */
  command<Answer>(
    actor: Actor,
    name: string,
    input: object,
    fields: string,
  ): Promise<Answer & { readonly problems: readonly { code: string; field?: string }[] }>;
}

/** Starts case-records on a new database, with the dibao line of both counties. */
export async function startCaseRecords(clock?: () => Date): Promise<CaseRecordsService> {
  const serviceDirectory = fileURLToPath(new URL('../..', import.meta.url));
  const started = await startTestService(caseRecordsDefinition(clock), {
    serviceDirectory,
    serviceRole: 'nuangong_case_records',
  });
  const { service, databases, tokens } = started;
  const owner = new Client({ connectionString: databases.ownerUrl });
  await owner.connect();
  const inspect = async <Row>(sql: string, ...values: readonly unknown[]) =>
    (await owner.query(sql, [...values])).rows as Row[];
  await rememberOrganizations(inspect, organizations);
  for (const { scope, organizationId, organizationName } of [county, otherCounty]) {
    await owner.query(
      `insert into dibao_line (organization_path, organization_id, organization_name, valid_from,
         monthly_per_capita_fen, margin_factor,         set_by, set_at) values ($1, $2, $3, '2026-01-01', 56000,
         1.5, $2, now())`,
      [scope, organizationId, organizationName],
    );
  }
  return {
    ...started,
    parts: service.parts,
    inspect: <Row>(sql: string, values: readonly unknown[] = []) => inspect<Row>(sql, ...values),
    attack: (actor, sql, values = []) =>
      service.database.sqlTransaction(actor, async (client) => {
        await client.query(sql, [...values]);
      }),
    async upload(actor, path, { name, content, fields = {}, type = '' }) {
      const form = new FormData();
      for (const [field, value] of Object.entries(fields)) form.append(field, value);
      form.append('file', new Blob([Buffer.from(content)], { type }), name);
      return started.fetch(path, {
        method: 'POST',
        headers: { authorization: await tokens.authorizationOf(actor) },
        body: form,
      });
    },
    download: async (actor, path) =>
      started.fetch(path, { headers: { authorization: await tokens.authorizationOf(actor) } }),
    async command<Answer>(actor: Actor, name: string, input: object, fields: string) {
      const type = `${name.charAt(0).toUpperCase()}${name.slice(1)}Input`;
      const given = inputTypes[name] ?? type;
      const query = `mutation($input: ${given}!) { ${name}(input: $input) { problems { code field } ${fields} } }`;
      const data = await started.ask<Record<string, Answer & { problems: [] }>>(actor, query, { input });
      return data[name] as Answer & { problems: [] };
    },
    async stop() {
      await owner.end();
      await started.stop();
    },
  };
}

const inputTypes: Readonly<Record<string, string>> = {
  unmaskPhone: 'UnmaskNumberInput',
  submitCaseFiles: 'CaseFilesInput',
  passCaseFiles: 'CaseFileDecisionInput',
  returnCaseFiles: 'CaseFileDecisionInput',
  rejectCaseFiles: 'CaseFileDecisionInput',
  suspendCaseFile: 'StepCaseFileInput',
  resumeCaseFile: 'StepCaseFileInput',
  reopenCaseFile: 'StepCaseFileInput',
  confirmProposal: 'DecideProposalInput',
  refuseProposal: 'DecideProposalInput',
  withdrawProposal: 'DecideProposalInput',
  confirmPayeeCorrection: 'DecidePayeeCorrectionInput',
  refusePayeeCorrection: 'DecidePayeeCorrectionInput',
};

/** Gives a posting entered after its first day a photograph and a second person's confirmation. */
export async function confirmPosting(service: CaseRecordsService, postingId: string): Promise<void> {
  const photo = { name: '公示栏.pdf', content: Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n') };
  const answer = await service.upload(reviewer, `/files/case-records/postings/${postingId}/photos`, photo);
  if (answer.status !== 201) throw new Error(`the photograph was refused: ${await answer.text()}`);
  const { problems } = await service.command(approver, 'confirmPosting', { postingId }, 'posting { confirmedBy }');
  if (problems.length > 0) throw new Error(JSON.stringify(problems));
}

/** Takes registered files to ACTIVE: submitted, passed, posted twenty days ago and confirmed, activated. */
export async function openFiles(service: CaseRecordsService, caseFileIds: readonly string[]): Promise<void> {
  const ids = { ids: caseFileIds };
  await service.command(clerk, 'submitCaseFiles', ids, 'rows { ok }');
  await service.command(reviewer, 'passCaseFiles', ids, 'rows { ok }');
  const { posting } = await service.command<{ posting: { id: string } }>(
    reviewer,
    'publishPosting',
    { place: '县总工会公示栏', from: addDays(localDateAt(new Date()), -20), caseFileIds },
    'posting { id }',
  );
  await confirmPosting(service, posting.id);
  const opened = await service.command<{ rows: readonly { ok: boolean }[] }>(
    approver,
    'activatePosting',
    { postingId: posting.id },
    'rows { ok problems { code } }',
  );
  if (opened.rows.some((row) => !row.ok)) throw new Error(JSON.stringify(opened));
}

/** The county's winter roster as uploaded. */
export async function winterRoster(): Promise<Uint8Array> {
  return readFile(new URL('../register/roster-import/__fixtures__/roster-county-winter.xlsx', import.meta.url));
}

/** A valid identity number, different for each serial number. */
export function identityNumber(serial: number): string {
  const two = (number: number): string => String(number).padStart(2, '0');
  const born = `1975${two(1 + (Math.floor(serial / 28_000) % 12))}${two(1 + (Math.floor(serial / 1000) % 28))}`;
  const first17 = `510101${born}${String(serial % 1000).padStart(3, '0')}`;
  return first17 + checkCharacterOf(first17);
}

/** The form of a household in hardship. */
export function householdInput(serial: number, overrides: object = {}) {
  return {
    headName: '周艳明',
    identityNumber: identityNumber(serial),
    phone: '18586594364',
    bankAccount: '6274408500258298525',
    unitName: '县农机厂',
    declaredSize: 3,
    monthlyIncomePerCapita: '300.00',
    causes: ['MAJOR_ILLNESS'],
    ...overrides,
  };
}

/**
 * The number of households that one account enters before the next takes over, because of the hourly limit on queries.
 */
const householdsAnAccount = 10;

/** Registers households and returns their case files. */
export async function registerHouseholds(
  service: CaseRecordsService,
  actor: Actor,
  serials: readonly number[],
): Promise<readonly { householdId: string; caseFileId: string }[]> {
  const made: { householdId: string; caseFileId: string }[] = [];
  for (const [place, serial] of serials.entries()) {
    const registrar = place < householdsAnAccount ? actor : { ...actor, staffId: crypto.randomUUID() };
    const { household } = await service.command<{ household: { id: string; caseFile: { id: string } } }>(
      registrar,
      'registerHousehold',
      householdInput(serial),
      'household { id caseFile { id } }',
    );
    made.push({ householdId: household.id, caseFileId: household.caseFile.id });
  }
  return made;
}
