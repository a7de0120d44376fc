import type { RunSql } from '@nuangong/database';
import { problem, type Problem } from '@nuangong/primitives';
import { caseFileStatusNames, type CaseFileStatus } from '../case-file/case-file.ts';

/** The ended file of a household whose head is registered again. */
export interface FileToReopen {
  readonly number: string;
  readonly status: CaseFileStatus;
}

/** The visible ended files of these heads, by blind index; a household that comes back keeps its file number. */
export async function filesToReopen(
  run: RunSql,
  indexes: readonly string[],
): Promise<ReadonlyMap<string, FileToReopen>> {
  const rows = await run<FileToReopen & { readonly index: string }>(
    `select distinct on (p.identity_index) encode(p.identity_index, 'hex') as index, c.number, c.status
     from person p join household h on h.head_id = p.id join case_file c on c.household_id = h.id
     where p.identity_index = any(array(select decode(i, 'hex') from unnest($1::text[]) as i))
       and c.status in ('EXITED', 'REJECTED', 'REVOKED')
     order by p.identity_index, c.updated_at desc`,
    [...indexes],
  );
  return new Map(rows.map(({ index, ...file }) => [index, file]));
}

/** Why a household with an ended file is not registered a second time. */
export const fileIsToReopen = ({ number, status }: FileToReopen, field: string): Problem =>
  problem(
    'FILE_TO_REOPEN',
    {
      zh: `此人的档案 ${number} 现为“${caseFileStatusNames[status].zh}”；打开该户，重新打开档案后办理，编号不变`,
      en: `File ${number} of this person is “${caseFileStatusNames[status].en}”. Open that household and reopen its file.`,
    },
    field,
  );
