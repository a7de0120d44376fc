import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';
import './organization/organization.graphql.ts';
import './person/person.graphql.ts';
import './household/household.graphql.ts';
import './household/household-move.graphql.ts';
import './payee/payee.graphql.ts';
import './same-person/same-person.graphql.ts';
import './case-file/case-file.graphql.ts';
import './case-file/case-work.graphql.ts';
import './file-proposal/file-proposal.graphql.ts';
import './evidence/evidence.graphql.ts';
import './posting/posting.graphql.ts';
import './visit/visit.graphql.ts';
import './dibao-line/dibao-line.graphql.ts';
import './roster-import/roster-import.graphql.ts';
import './roster-import/roster-commands.graphql.ts';
import './timeline/timeline.graphql.ts';
import './policy/policy.graphql.ts';
import './campaign/campaign.graphql.ts';
import './decision-sheet/decision-sheet.graphql.ts';
import './application/application.graphql.ts';

addServiceEvents(builder, 'case-records');
addAuditEntries(builder, 'case-records');

export const schema = builder.toSubGraphSchema({});
