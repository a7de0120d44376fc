import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';
import { recordsOfHousehold } from './household/records-of-household.ts';
import './household/household.graphql.ts';
import './employment/job-seeker/job-seeker.graphql.ts';
import './employment/vacancy/vacancy.graphql.ts';
import './employment/referral/referral.graphql.ts';
import './employment/placement/placement.graphql.ts';
import './employment/training/training.graphql.ts';
import './legal-aid/legal-case/legal-case.graphql.ts';
import './legal-aid/wage-claim/wage-claim.graphql.ts';
import './timeline/timeline.graphql.ts';
import './work-counts/work-counts.graphql.ts';

addServiceEvents(builder, 'employment-legal');
addAuditEntries(builder, 'employment-legal', recordsOfHousehold);

export const schema = builder.toSubGraphSchema({});
