import {
  combineAll,
  combineFields,
  ok,
  problem,
  readOptionalText,
  readRequiredText,
  refuse,
  type Result,
} from '@nuangong/primitives';
import type { JobSeekerPriority } from '../../household/household.ts';

export type JobSeekerStatus = 'OPEN' | 'PLACED';
const mostSkills = 20;

/** A job seeker's card as typed. */
export interface JobSeekerInput {
  readonly householdId?: string | null | undefined;
  readonly name: string;
  readonly skills?: readonly string[] | null | undefined;
  readonly wishes?: string | null | undefined;
  readonly place?: string | null | undefined;
  /** Defaults to what the household's case file says, and to false for a walk-in. */
  readonly migrantWorker?: boolean | null | undefined;
  /** Marks a walk-in as a laid-off model worker; for a household the case file says so. */
  readonly laidOffModelWorker?: boolean | null | undefined;
}

/** What the household's case file says about the seeker. */
export interface SeekerHousehold {
  readonly priority: JobSeekerPriority;
  readonly migrantWorker: boolean;
}

export interface JobSeekerCard {
  readonly name: string;
  readonly skills: readonly string[];
  readonly wishes: string | null;
  readonly place: string | null;
  readonly migrantWorker: boolean;
  readonly priority: JobSeekerPriority;
}

/** Validates a job seeker's card; `household` is the one it names, undefined for a walk-in. */
export function decideRegistration(
  input: JobSeekerInput,
  household: SeekerHousehold | undefined,
): Result<JobSeekerCard> {
  return combineFields({
    name: readRequiredText(input.name, 'name', 60),
    skills: readSkills(input.skills ?? []),
    wishes: readOptionalText(input.wishes, 'wishes', 500),
    place: readOptionalText(input.place, 'place', 120),
    migrantWorker: ok(input.migrantWorker ?? household?.migrantWorker ?? false),
    priority: ok(seekerPriority(input.laidOffModelWorker === true, household)),
  });
}

function seekerPriority(laidOffModelWorker: boolean, household: SeekerHousehold | undefined): JobSeekerPriority {
  return laidOffModelWorker ? 'LAID_OFF_MODEL_WORKER' : (household?.priority ?? 'OTHER');
}

function readSkills(typed: readonly string[]): Result<readonly string[]> {
  const named = typed.filter((skill) => skill.trim() !== '');
  if (named.length > mostSkills) {
    const zh = `技能最多填 ${mostSkills} 项，合并后重录`;
    return refuse(problem('TOO_MANY_SKILLS', { zh, en: `Enter at most ${mostSkills} skills` }, 'skills'));
  }
  const read = combineAll(named.map((skill) => readRequiredText(skill, 'skills', 40)));
  return read.ok ? ok([...new Set(read.value)]) : read;
}
