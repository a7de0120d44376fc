import { prismaSql } from '@nuangong/database';
import { contracts, type HardshipCause, type HardshipClass } from '@nuangong/events';
import { localDateAt } from '@nuangong/primitives';
import { announce, type Announcement } from '@nuangong/service';
import type { Transaction } from '../../builder.ts';
import { organizationReference } from '../organization/organization-reference.ts';

/** One fact before and after, as Chinese text; null where there was or is none. */
export interface ToldChange {
  readonly fact: string;
  readonly before: string | null;
  readonly after: string | null;
}

interface FileFacts {
  readonly caseFileId: string;
  readonly caseFileVersion: number;
  readonly householdId: string;
  readonly organizationPath: string;
  readonly organizationId: string;
  readonly organizationName: string;
  readonly hardshipClass: HardshipClass | null;
  readonly causes: HardshipCause[];
  readonly members: number;
  readonly workers: number;
  readonly migrantWorkers: number;
  readonly newGenerationMigrantWorker: boolean;
  readonly modelWorker: boolean;
}

/** Who changed a household, and who confirmed the change if it waited for a second person. */
export interface Changers {
  readonly changedBy: { readonly id: string; readonly name: string };
  readonly confirmedBy?: { readonly id: string; readonly name: string };
}

/**
 * Announces that files' facts have changed, with each file's current facts and the changes; two statements for all
 * files.
 */
export async function announceCaseFileChanged(
  tx: Transaction,
  announcement: Announcement,
  changers: Changers,
  changes: ReadonlyMap<string, readonly ToldChange[]>,
): Promise<void> {
  if (changes.size === 0) return;
  const facts = await prismaSql(tx)<FileFacts>(factsStatement, [...changes.keys()]);
  await announce(
    tx,
    announcement,
    contracts['case-file-changed.v1'],
    facts.map(({ organizationPath, organizationId, organizationName, ...told }) => ({
      organizationPath,
      data: {
        ...told,
        organization: organizationReference({ organizationPath, organizationId, organizationName }),
        changes: [...(changes.get(told.caseFileId) ?? [])],
        changedOn: localDateAt(announcement.at),
        ...changers,
      },
    })),
  );
}

const factsStatement = `
  select c.id::text as "caseFileId", c.version as "caseFileVersion", h.id::text as "householdId",
    h.organization_path as "organizationPath", h.organization_id::text as "organizationId",
    h.organization_name as "organizationName", h.hardship_class as "hardshipClass", h.causes,
    w.members, w.workers, w.migrant_workers as "migrantWorkers",
    w.new_generation as "newGenerationMigrantWorker", h.model_worker_honour <> 'NONE' as "modelWorker"
  from case_file c join household h on h.id = c.household_id
  cross join lateral household_workers(h.id) w
  where c.id = any($1::uuid[])
  order by c.id`;
