import './organization/organization.graphql.ts';
import './aid-centre/aid-centre.graphql.ts';
import './staff/staff.graphql.ts';
import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';

addServiceEvents(builder, 'identity');
addAuditEntries(builder, 'identity');

export const schema = builder.toSubGraphSchema({});
