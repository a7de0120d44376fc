import type { OrganizationReference } from '@nuangong/events';
import type { Transaction } from '../builder.ts';
import type { JobSeekerPriority } from './household.ts';

/** A household as its case file's latest event describes it. */
export interface ToldHousehold {
  readonly householdId: string;
  readonly organization: OrganizationReference;
  readonly priority: JobSeekerPriority;
  readonly active: boolean;
  /** Undefined where the event does not say. */
  readonly migrantWorker: boolean | undefined;
  readonly toldAt: Date;
}

/** Stores what is known of a household; an event older than the one stored changes nothing. */
export async function rememberHousehold(tx: Transaction, told: ToldHousehold): Promise<void> {
  await tx.$executeRaw`
    insert into known_household as known
      (household_id, organization_path, organization_id, organization_name, priority,
      active, migrant_worker, changed_at)
    values (${told.householdId}::uuid, ${told.organization.path}, ${told.organization.id}::uuid,
      ${told.organization.name},
      ${told.priority}::"JobSeekerPriority", ${told.active}, ${told.migrantWorker ?? false}, ${told.toldAt})
    on conflict (household_id) do update set
      organization_path = excluded.organization_path, organization_id = excluded.organization_id,
      organization_name = excluded.organization_name, priority = excluded.priority, active = excluded.active,
      migrant_worker = coalesce(${told.migrantWorker ?? null}::boolean, known.migrant_worker),
      changed_at = excluded.changed_at
    where known.changed_at <= excluded.changed_at`;
}
