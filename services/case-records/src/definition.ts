import { obligationTask } from '@nuangong/obligations';
import { gatherLateRecords } from '@nuangong/organizations';
import type { ServiceDefinition } from '@nuangong/service';
import { openMissingOfApplications } from './aid/application/open-missing-of-applications.ts';
import { applicationReactions } from './aid/application/reactions.ts';
import type { Transaction } from './builder.ts';
import { PrismaClient } from './generated/prisma/client.ts';
import { beginDibaoLines } from './register/dibao-line/begin-dibao-lines.ts';
import { addEvidenceRoutes } from './register/evidence/evidence-routes.ts';
import { moveHouseholds, whenOrganizationMoved } from './register/organization/when-organization-moved.ts';
import { fillSoughtKeys } from './register/household/fill-sought-keys.ts';
import { addHouseholdPaperRoutes } from './centre/household-paper/household-paper-routes.ts';
import { addDecisionSheetRoutes } from './policy/decision/decision-sheet-routes.ts';
import { openMissingOfPostings } from './register/posting/open-missing-of-postings.ts';
import { addPostingListRoutes } from './register/posting/posting-list-routes.ts';
import { addPostingPhotoRoutes } from './register/posting/posting-photo-routes.ts';
import { addRosterRoutes } from './register/roster-import/roster-routes.ts';
import { resumeRosters } from './register/roster-import/run-roster-import.ts';
import { findDuplicatePairs } from './register/same-person/find-duplicate-pairs.ts';
import { readRunningParts, type RunningParts } from './running-parts.ts';
import { schema } from './schema.ts';
import { listCommands } from './register/whole-list/over-whole-list.ts';

/** The case-records service; `clock` gives the current time. */
export function caseRecordsDefinition(
  clock: () => Date = () => new Date(),
): ServiceDefinition<Transaction, RunningParts> {
  return {
    name: 'case-records',
    schema,
    connect: (adapter) => new PrismaClient({ adapter }),
    parts: (service) => readRunningParts(service, clock),
    reactions: ({ parts }) => ({
      ...applicationReactions(parts.keyring),
      'nuangong.organization-moved.v1': (event, tx) => whenOrganizationMoved(event, tx, parts.keyring),
    }),
    jobs: listCommands,
    files(files, { parts }) {
      addEvidenceRoutes(files, parts);
      addPostingPhotoRoutes(files, parts);
      addPostingListRoutes(files, parts);
      addDecisionSheetRoutes(files, parts);
      addHouseholdPaperRoutes(files, parts);
      addRosterRoutes(files, parts);
    },
    scheduled: ({ database, parts }) => [
      obligationTask(database.pool, clock),
      { name: 'missing-of-postings', cron: '*/5 * * * *', run: () => openMissingOfPostings(database, clock()) },
      { name: 'missing-of-applications', cron: '*/5 * * * *', run: () => openMissingOfApplications(database, clock()) },
      {
        name: 'late-records',
        cron: '*/5 * * * *',
        run: () => gatherLateRecords(database, (run, path) => moveHouseholds(run, parts.keyring, path)),
      },
      { name: 'duplicate-pairs', cron: '30 2 * * *', run: (stopping) => findDuplicatePairs(parts, stopping) },
      { name: 'keys-of-people', cron: '* * * * *', run: (stopping) => fillSoughtKeys(database, stopping) },
      { name: 'dibao-lines', cron: '* * * * *', run: (stopping) => beginDibaoLines(parts, stopping) },
    ],
    background({ parts }) {
      parts.background.run('unfinished rosters', (stopping) => resumeRosters(parts, stopping));
      return { stop: () => parts.background.stop() };
    },
  };
}
