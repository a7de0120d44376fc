import './organization/organization.graphql.ts';
import './aid-centre/aid-centre.graphql.ts';
import './staff/staff.graphql.ts';
import './audit/audit.graphql.ts';
import { builder } from './builder.ts';

export const schema = builder.toSubGraphSchema({});
