import { carryOut } from '../graph/command.ts';
import type { DecidePendingEntryInput } from '../graph/generated/operation-types.ts';
import { decidePendingEntryMutation } from '../graph/generated/pending-entries.ts';

/** Confirms or sends back an entry above the limit (复核). */
export const decidePendingEntry = (input: DecidePendingEntryInput) => carryOut(decidePendingEntryMutation, input);
