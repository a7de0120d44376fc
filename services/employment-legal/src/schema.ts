import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';
import './household/household.graphql.ts';
import './job-seeker/job-seeker.graphql.ts';
import './vacancy/vacancy.graphql.ts';
import './referral/referral.graphql.ts';
import './placement/placement.graphql.ts';
import './training/training.graphql.ts';
import './legal-case/legal-case.graphql.ts';
import './wage-claim/wage-claim.graphql.ts';
import './timeline/timeline.graphql.ts';
import './work-counts/work-counts.graphql.ts';

addServiceEvents(builder, 'employment-legal');
addAuditEntries(builder, 'employment-legal');

export const schema = builder.toSubGraphSchema({});
