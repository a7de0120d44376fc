import './organization/organization/organization.graphql.ts';
import './organization/aid-centre/aid-centre.graphql.ts';
import './organization/facility/facility.graphql.ts';
import './organization/department/department.graphql.ts';
import './organization/contact/contact.graphql.ts';
import './organization/in-force-count/in-force.graphql.ts';
import './organization/setting/setting.graphql.ts';
import './account/staff/staff.graphql.ts';
import './account/account-act/account-act.graphql.ts';
import './account/second-person/decide-account-act.graphql.ts';
import './account/staffing/staff-commands.graphql.ts';
import './account/password-change/password.graphql.ts';
import './account/session/session.graphql.ts';
import './account/second-factor/second-factor.graphql.ts';
import './account/authority-rank/authority-rank.graphql.ts';
import './account/delegation/delegation.graphql.ts';
import './account/outside-sign-in/outside-sign-in.graphql.ts';
import { addObligations } from '@nuangong/obligations';
import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';

addServiceEvents(builder, 'identity');
addAuditEntries(builder, 'identity');
addObligations(builder, 'identity');

export const schema = builder.toSubGraphSchema({});
