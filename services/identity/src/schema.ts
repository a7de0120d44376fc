import './organization/organization.graphql.ts';
import './aid-centre/aid-centre.graphql.ts';
import './facility/facility.graphql.ts';
import './in-force/in-force.graphql.ts';
import './setting/setting.graphql.ts';
import './staff/staff.graphql.ts';
import './account-act/account-act.graphql.ts';
import './account-act/decide-account-act.graphql.ts';
import './staff/staff-commands.graphql.ts';
import './password/password.graphql.ts';
import './session/session.graphql.ts';
import './second-factor/second-factor.graphql.ts';
import './delegation/delegation.graphql.ts';
import './outside-sign-in/outside-sign-in.graphql.ts';
import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';

addServiceEvents(builder, 'identity');
addAuditEntries(builder, 'identity');

export const schema = builder.toSubGraphSchema({});
