import { z } from 'zod';
import { defineEvent } from '../define-event.ts';
import { exampleCaseFileId, exampleCounty, exampleHouseholdId, exampleId } from '../examples.ts';
import {
  count,
  hardshipCause,
  hardshipClass,
  localDate,
  organization,
  recordId,
  sensitive,
  staffMember,
  text,
} from '../fields.ts';

/**
 * One fact of a household, before and after, under the name of its form field and in words; null if it had or has no
 * value.
 */
const factChange = z.object({
  fact: text,
  before: sensitive(text.nullable()),
  after: sensitive(text.nullable()),
});

/**
 * A fact that eligibility depends on has changed in a file that is under way or active. `caseFileVersion` is the
 * version after the change; `hardshipClass` is the class after it, null if none is left. `members`, `workers` and
 * `migrantWorkers` count people, the migrant workers being part of the workers; each of the two flags is true if it
 * applies to any member. `confirmedBy` is the second person of a change that needed one: both then count as having
 * handled the household.
 */
export const caseFileChanged = defineEvent({
  name: 'case-file-changed',
  version: 1,
  topic: 'case-records',
  summary: 'The facts of a household have changed, or its class under a new dibao line.',
  key: (data) => data.caseFileId,
  schema: z.object({
    caseFileId: recordId,
    caseFileVersion: count,
    householdId: recordId,
    organization,
    hardshipClass: hardshipClass.nullable(),
    causes: z.array(hardshipCause),
    members: count,
    workers: count,
    migrantWorkers: count,
    newGenerationMigrantWorker: z.boolean(),
    modelWorker: z.boolean(),
    changes: z.array(factChange),
    changedOn: localDate,
    changedBy: staffMember,
    confirmedBy: staffMember.optional(),
  }),
  example: {
    caseFileId: exampleCaseFileId,
    caseFileVersion: 4,
    householdId: exampleHouseholdId,
    organization: exampleCounty,
    hardshipClass: 'MARGINAL',
    causes: ['MAJOR_ILLNESS'],
    members: 3,
    workers: 1,
    migrantWorkers: 0,
    newGenerationMigrantWorker: false,
    modelWorker: false,
    changes: [{ fact: '家庭人均月收入', before: '440.00', after: '720.00' }],
    changedOn: '2027-01-06',
    changedBy: { id: exampleId(90), name: '李干事' },
    confirmedBy: { id: exampleId(91), name: '赵审核' },
  },
});
