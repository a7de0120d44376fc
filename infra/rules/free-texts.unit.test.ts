import { expect, test } from 'vitest';
import { storedTexts, storedTextsFound, textsOfGraph, textsOfModels, toldTexts, toldTextsFound } from './free-texts.ts';
import { filesOf, sourceFiles } from './source-files.ts';

const migrations = filesOf('services/*/prisma/migrations/*/migration.sql');
const programs = sourceFiles().filter(
  ({ path }) => path.startsWith('services/') && !/\.test\.ts$|\/testing\//.test(path),
);

test('free texts are found in models and in schemas', () => {
  const model =
    'model Visit {\n  id String @id\n  dateReason String? @map("date_reason")\n  sealedFindings String?\n  name String\n\n  @@map("visit")\n}';
  expect(textsOfModels('s', model)).toEqual([{ place: 's Visit.dateReason', table: 'visit', column: 'date_reason' }]);
  const schema =
    'type Visit {\n  """text: String"""\n  findings: String\n  lockReason: String\n  name: String\n}\ninput VisitInput {\n  findings: String\n}';
  expect(textsOfGraph(schema)).toEqual(['Visit.findings']);
});

test('each stored free text has its class in free-texts.ts, and each class has its text', () => {
  expect(Object.keys(storedTexts).sort()).toEqual(
    storedTextsFound()
      .map(({ place }) => place)
      .sort(),
  );
});

test('each free text of the graph has its class, and each class has its text', () => {
  expect(Object.keys(toldTexts).sort()).toEqual([...toldTextsFound()].sort());
});

test('words about a household are sealed, in their column or in a sealed_ column beside it', () => {
  const open = storedTextsFound().filter(({ place, table, column }) => {
    if (storedTexts[place] !== 'SEALED') return false;
    const sealed = [
      `comment on column ${table}.${column} is 'sealed; `,
      `comment on column ${table}.sealed_${column} is 'sealed; `,
    ];
    return !migrations.some(({ text }) => sealed.some((comment) => text.includes(comment)));
  });
  expect(open.map(({ place }) => place)).toEqual([]);
});

test('words about a household are read through a check of the role, never exposed directly', () => {
  const exposed = Object.entries(toldTexts).flatMap(([place, kind]) => {
    const [service = '', type = '', field = ''] = place.split(/[ .]/);
    if (kind !== 'SEALED') return [];
    return programs
      .filter(
        ({ path, text }) =>
          path.startsWith(`services/${service}/`) &&
          text.includes(`'${type}'`) &&
          text.includes(`exposeString('${field}'`),
      )
      .map(({ path }) => `${place} in ${path}`);
  });
  expect(exposed).toEqual([]);
});

/** Words of a requester about the request itself, or of an office about its own figures. */
const saidOfOneself: Readonly<Record<string, string>> = {
  'services/case-records/src/register/case-file/exit-case-file.ts': 'a code',
  'services/case-records/src/register/dibao-line/refuse-dibao-line.ts': 'a line of the county',
  'services/case-records/src/register/registration/record-move.ts': 'a code',
  'services/case-records/src/register/payee/unmask-payee-correction.ts': 'why somebody unmasks',
  'services/case-records/src/register/person/unmask-number.ts': 'why somebody unmasks',
  'services/case-records/src/register/person/unmask-limit.ts': 'a code',
  'services/funds/src/money/disbursement/answer-batch-findings.ts': 'keys of findings',
  'services/identity/src/account/session/end-own-session.ts': 'a code',
  'services/identity/src/account/session/refresh-session.ts': 'a code',
};

/**
 * Values that audit entries keep unmasked: of funds, tables, offers, organisations and lent roles, not of households.
 */
const keptWhole: readonly string[] = [
  'services/employment-legal/src/employment/vacancy/offer-vacancy.ts',
  'services/funds/src/money/fund/open-fund.ts',
  'services/identity/src/account/delegation/delegate-roles.ts',
  'services/identity/src/organization/organization/register-organization.ts',
  'services/reporting/src/table/statutory-table/enter-figure.ts',
  'services/reporting/src/fact/replay/replay.graphql.ts',
  'services/reporting/src/table/statutory-table/submit-table.ts',
];

test('an audit entry keeps no value whose content is not visible in the code', () => {
  const whole = programs.filter(
    ({ text }) => text.includes('recordAudit(') && /\bafter: (?!null\b)[a-z][\w.]*\s*[,}]/.test(text),
  );
  expect(whole.map(({ path }) => path).sort()).toEqual([...keptWhole].sort());
});

test('an audit entry records that a text was written, not the text', () => {
  const telling = programs.filter(
    ({ path, text }) =>
      !(path in saidOfOneself) &&
      /\b(?:before|after): \{[^}]*\b(?:why|reason|opinion|finding|answer|text)\b(?!s)[^}]*\}/.test(text),
  );
  expect(telling.map(({ path }) => path)).toEqual([]);
});
