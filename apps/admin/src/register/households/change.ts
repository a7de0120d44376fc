import { useState } from 'react';
import { useKept } from '../../base/draft/use-kept.ts';
import type { ChangeHouseholdInput } from '../../base/graph/generated/operation-types.ts';
import type { HouseholdDetail } from './HouseholdRecord.tsx';
import { blankRegistration, familyOf, type Registration } from './registration.ts';

/** A change as typed: the household's facts, why they change, and the version of the file that they were read from. */
export interface TypedChange {
  readonly form: Registration;
  readonly why: string;
  readonly version: number;
}

/** A household's facts as a form holds them, before anything is typed; the head is the first member. */
export function typedFrom(household: HouseholdDetail): TypedChange {
  const [, ...others] = household.members;
  return {
    version: household.caseFile?.version ?? 0,
    why: '',
    form: {
      ...blankRegistration,
      headName: household.head.name,
      unitName: household.unitName ?? '',
      declaredSize: String(household.size),
      monthlyIncomePerCapita: household.monthlyIncomePerCapita,
      dibaoStatus: household.dibaoStatus,
      modelWorkerHonour: household.modelWorkerHonour,
      causes: household.causes,
      headStanding: household.headStanding,
      migrantWorker: household.migrantWorker,
      remark: household.remark ?? '',
      members: others.map((member) => ({
        name: member.name,
        relation: member.relation,
        identityNumber: '',
        standing: member.standing ?? '',
        ruralRegistration: member.ruralRegistration,
        monthlyIncome: member.monthlyIncome ?? '',
        health: member.health ?? '',
        schooling: member.schooling ?? '',
      })),
    },
  };
}

/** The command's input for a change. */
export function toChange(householdId: string, { form, why, version }: TypedChange): ChangeHouseholdInput {
  return { householdId, version, why: why.trim(), ...familyOf(form) };
}

/** The typed change, kept for this account on this machine until it is sent or discarded. */
export function useChange(household: HouseholdDetail): {
  readonly typed: TypedChange;
  readonly type: (part: Partial<TypedChange>) => void;
  readonly clear: () => void;
  readonly keptAt: string | undefined;
} {
  const { kept, keptAt, keep, drop } = useKept<TypedChange>(`change-household-${household.id}`);
  const [initial, setInitial] = useState(() => typedFrom(household));
  const typed = kept ?? initial;
  return {
    typed,
    keptAt,
    type: (part) => keep({ ...typed, ...part }),
    clear() {
      setInitial(typedFrom(household));
      drop();
    },
  };
}
