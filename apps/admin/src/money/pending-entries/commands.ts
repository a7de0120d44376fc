import { carryOut } from '../../base/graph/command.ts';
import type { DecidePendingEntryInput } from '../../base/graph/generated/operation-types.ts';
import { decidePendingEntryMutation } from '../../base/graph/generated/pending-entries.ts';

/** Confirms or sends back an entry above the limit (复核). */
export const decidePendingEntry = (input: DecidePendingEntryInput) => carryOut(decidePendingEntryMutation, input);
