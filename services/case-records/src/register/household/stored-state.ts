import type { HardshipClass } from '@nuangong/events';
import type { ComparedFacts } from './fact-changes.ts';

/** A household as one of its versions holds it; amounts in fen. */
export interface StoredState {
  readonly unit_name: string;
  readonly declared_size: number;
  readonly per_capita_income_fen: string;
  readonly dibao_status: string;
  readonly causes: readonly string[];
  readonly hardship_class: HardshipClass | null;
  readonly model_worker_honour: string;
  readonly head_standing: string;
  readonly migrant_worker: boolean;
  readonly members?: readonly {
    readonly name: string;
    readonly monthlyIncome: string | null;
    readonly standing: string | null;
    readonly ruralRegistration: boolean;
  }[];
}

/** The facts of a stored state that changes are compared by. */
export function stateInFacts(state: StoredState): ComparedFacts {
  return {
    unitName: state.unit_name,
    declaredSize: state.declared_size,
    perCapitaIncomeFen: BigInt(state.per_capita_income_fen),
    dibaoStatus: state.dibao_status,
    causes: state.causes,
    modelWorkerHonour: state.model_worker_honour,
    headStanding: state.head_standing,
    migrantWorker: state.migrant_worker,
    hardshipClass: state.hardship_class,
    members: (state.members ?? []).map(({ name, monthlyIncome, standing, ruralRegistration }) => ({
      name,
      monthlyIncomeFen: monthlyIncome === null || monthlyIncome === undefined ? null : BigInt(monthlyIncome),
      standing: standing ?? null,
      ruralRegistration: ruralRegistration ?? false,
    })),
  };
}
