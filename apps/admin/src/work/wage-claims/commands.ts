import { carryOut } from '../../base/graph/command.ts';
import { openWageClaimMutation, recordRecoveryMutation } from '../../base/graph/generated/wage-claims.ts';
import type { OpenWageClaimInput, RecordRecoveryInput } from '../../base/graph/generated/operation-types.ts';

/** Opens a wage claim (追讨欠薪): one employer, its workers and the amount owed to each. */
export const openWageClaim = (input: OpenWageClaimInput) => carryOut(openWageClaimMutation, input);

/** Records the amounts recovered for each worker on one day. */
export const recordRecovery = (input: RecordRecoveryInput) => carryOut(recordRecoveryMutation, input);
