import { prismaSql } from '@nuangong/database';
import type { CaseRecordsContext } from '../../builder.ts';
import { identityIndexesOf } from '../person/register-people.ts';
import { caseFilesFor, cluesOf, type NamedPerson } from './evidence-file-name.ts';
import type { EvidenceKind } from './evidence.ts';

/** A file to be uploaded: the case files that it may belong to, and the kind of evidence that its name says. */
export interface MatchedEvidenceFile {
  readonly fileName: string;
  readonly kind: EvidenceKind | undefined;
  readonly caseFileIds: readonly string[];
}

/** How many file names are read at once. */
export const mostFileNames = 200;
/** More namesakes than this are left to a search. */
const mostChoices = 8;

/**
 * The people of living households in a subtree ($1) with one of these names ($2), identity indexes ($3) or file numbers
 * ($4). Each of the three has its own branch and index.
 */
export const peopleNamed = `
  with found as materialized (
    select id from person where name = any($2::text[])
    union select id from person where identity_index = any(array(select decode(i, 'hex') from unnest($3::text[]) as i))
    union select h.head_id from case_file f join household h on h.id = f.household_id where f.number = any($4::text[]))
  select f.id::text as "caseFileId", f.number as "fileNumber", p.name, encode(p.identity_index, 'hex') as "identityIndex"
  from found join person p on p.id = found.id
  join household_member m on m.person_id = p.id and m.living
  join case_file f on f.household_id = m.household_id
  where f.organization_path ^@ $1 and f.status not in ('EXITED', 'REJECTED', 'REVOKED')`;

/** Finds the case files of the reader's subtree to which files belong by their names, in one statement. */
export async function matchEvidenceFiles(
  context: CaseRecordsContext,
  fileNames: readonly string[],
): Promise<readonly MatchedEvidenceFile[]> {
  const read = fileNames.map((fileName) => ({ fileName, clues: cluesOf(fileName) }));
  const every = <T>(of: (clues: (typeof read)[number]['clues']) => readonly T[]): T[] => [
    ...new Set(read.flatMap(({ clues }) => of(clues))),
  ];
  const indexesOf = (number: string) => identityIndexesOf(context.parts, number);
  const people = await prismaSql(context.tx)<NamedPerson>(
    peopleNamed,
    context.actor.scope,
    every(({ names }) => names),
    every(({ identityNumbers }) => identityNumbers.flatMap(indexesOf)),
    every(({ fileNumbers }) => fileNumbers),
  );
  return read.map(({ fileName, clues }) => ({
    fileName,
    kind: clues.kind,
    caseFileIds: caseFilesFor(clues, people, indexesOf).slice(0, mostChoices),
  }));
}
