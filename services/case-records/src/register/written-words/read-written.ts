import { permits, type Actor } from '@nuangong/access';
import type { SealedPlace } from '@nuangong/sealing';
import { createReadingAudit } from '@nuangong/subgraph';
import type { CaseRecordsContext } from '../../builder.ts';
import type { HouseholdVersion } from '../../generated/prisma/client.ts';
import { statePlace } from './written-of-people.ts';

/**
 * A text about a household's people (health, remark, findings), for those whose role includes reading it; null for
 * everybody else. Each household read is audited, in one statement for all households of a request.
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

const causesOfHealth: ReadonlySet<string> = new Set(['MAJOR_ILLNESS', 'DISABILITY']);

/** The causes of hardship that someone may see; those that reveal health need `health.read`. */
export function causesShown<Cause extends string>(actor: Actor, causes: readonly Cause[]): Cause[] {
  const all = permits(actor.roles, 'health.read');
  return causes.filter((cause) => all || !causesOfHealth.has(cause));
}

/** A version's state; without remark and health for those whose role does not include reading them. */
export async function readState(context: CaseRecordsContext, version: HouseholdVersion): Promise<object | null> {
  const { id, householdId, organizationPath, sealedState } = version;
  if (sealedState === null) return null;
  const text = await context.parts.keyring.open(sealedState, statePlace(id, organizationPath));
  const state = JSON.parse(text) as {
    remark?: unknown;
    causes?: readonly string[];
    members?: readonly { health?: unknown }[];
  };
  if (permits(context.actor.roles, 'health.read')) {
    await auditReading(context, householdId);
    return state;
  }
  const { remark: _, members = [], causes = [], ...rest } = state;
  return {
    ...rest,
    causes: causesShown(context.actor, causes),
    members: members.map(({ health: __, ...member }) => member),
  };
}

/** Audits that texts about a household were read; one statement for all households of a request. */
export const auditReading = createReadingAudit<CaseRecordsContext>('health.read', 'Household');
