import type { HousingSafetyPoint, HousingSafetyState } from '../../base/graph/generated/operation-types.ts';
import type { Say } from '../../base/i18n/use-words.ts';

/** The points of the housing-safety checklist, in the order of the source (§001-4). */
export const safetyPoints: readonly HousingSafetyPoint[] = ['GAS', 'FIRE', 'COLLAPSE', 'DWELLING'];

/** The results of a point. */
export const safetyStates: readonly HousingSafetyState[] = ['SAFE', 'HAZARD', 'NOT_CHECKED'];

/** A checklist in words: the points with a hazard, then those that are safe; those not looked at are left out. */
export function safetyWords(
  checks: readonly { readonly point: HousingSafetyPoint; readonly state: HousingSafetyState }[],
  say: Say,
): string {
  const lines = (['HAZARD', 'SAFE'] as const).flatMap((state) => {
    const found = checks.filter((check) => check.state === state).map(({ point }) => say(`visit.point.${point}`));
    if (found.length === 0) return [];
    return [say('visit.ofState', { state: say(`visit.state.${state}`), points: found.join(say('display.separator')) })];
  });
  return lines.length === 0 ? say('visit.safetyNone') : lines.join(' · ');
}
