import { permits } from '@nuangong/access';
import type { SealedPlace } from '@nuangong/sealing';
import { createReadingAudit } from '@nuangong/subgraph';
import type { CaseRecordsContext } from '../builder.ts';
import type { HouseholdVersion } from '../generated/prisma/client.ts';
import { statePlace } from './written-of-people.ts';

/**
 * What was written of a household's people (health, remark, findings), for those whose role includes reading it; null
 * for everybody else. Each household read is audited, one statement for all the households of a request.
 */
export async function readWritten(
  context: CaseRecordsContext,
  householdId: string,
  sealed: string | null,
  place: SealedPlace,
): Promise<string | null> {
  if (sealed === null || !permits(context.actor.roles, 'health.read')) return null;
  await auditReading(context, householdId);
  return context.parts.keyring.open(sealed, place);
}

/** A version's state, without remark and health for those whose role does not include reading them. */
export async function readState(context: CaseRecordsContext, version: HouseholdVersion): Promise<object | null> {
  const { id, householdId, organizationPath, sealedState } = version;
  if (sealedState === null) return null;
  const text = await context.parts.keyring.open(sealedState, statePlace(id, organizationPath));
  const state = JSON.parse(text) as { remark?: unknown; members?: readonly { health?: unknown }[] };
  if (permits(context.actor.roles, 'health.read')) {
    await auditReading(context, householdId);
    return state;
  }
  const { remark: _, members = [], ...rest } = state;
  return { ...rest, members: members.map(({ health: __, ...member }) => member) };
}

const auditReading = createReadingAudit<CaseRecordsContext>('health.read', 'Household');
