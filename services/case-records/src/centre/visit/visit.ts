import { ok, problem, refuse, type Problem, type Result } from '@nuangong/primitives';

/** What a visit looks at in the dwelling: gas poisoning, fire, collapse, no or a dangerous dwelling (§001-4). */
export const safetyPoints = ['GAS', 'FIRE', 'COLLAPSE', 'DWELLING'] as const;
export type SafetyPoint = (typeof safetyPoints)[number];

/** What was found at a point. */
export const safetyStates = ['SAFE', 'HAZARD', 'NOT_CHECKED'] as const;
export type SafetyState = (typeof safetyStates)[number];

/** The state of every point. */
export type Safety = Readonly<Record<SafetyPoint, SafetyState>>;

/** One point of the checklist as it was reported. */
export interface SafetyCheck {
  readonly point: SafetyPoint;
  readonly state: SafetyState;
}

/** The checklist from what was reported: a point left out was not looked at; one reported twice is refused. */
export function readSafety(checks: readonly SafetyCheck[], field: string): Result<Safety> {
  const states = new Map<SafetyPoint, SafetyState>();
  for (const { point, state } of checks) {
    if (states.has(point)) {
      return refuse(
        problem(
          'DUPLICATE_POINT',
          { zh: '同一项住房安全填了两次，只留一次', en: 'A safety point is given twice; give it once.' },
          field,
        ),
      );
    }
    states.set(point, state);
  }
  const stateOf = (point: SafetyPoint): SafetyState => states.get(point) ?? 'NOT_CHECKED';
  return ok({
    GAS: stateOf('GAS'),
    FIRE: stateOf('FIRE'),
    COLLAPSE: stateOf('COLLAPSE'),
    DWELLING: stateOf('DWELLING'),
  });
}

/** Why a visit that brought nothing, found nothing and looked at nothing is refused; it would count in line 4A. */
export function faultOfEmptyVisit(visit: {
  readonly brought: string;
  readonly findings: string;
  readonly safety: Safety;
}): Problem | undefined {
  const looked = safetyPoints.some((point) => visit.safety[point] !== 'NOT_CHECKED');
  if (looked || visit.brought !== '' || visit.findings !== '') return undefined;
  return problem(
    'EMPTY_VISIT',
    {
      zh: '走访情况没有填，填写送去的钱物、了解的情况，或查看一项住房安全',
      en: 'The visit says nothing. Enter what was brought, what was found, or check one point of housing safety.',
    },
    'findings',
  );
}
