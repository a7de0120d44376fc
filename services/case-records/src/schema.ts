import { builder } from './builder.ts';
import './organization/organization.graphql.ts';
import './household/household.graphql.ts';
import './case-file/case-file.graphql.ts';

export const schema = builder.toSubGraphSchema({});
