import './form/form.graphql.ts';
import './form/form-version.graphql.ts';
import './statutory-table/figure.graphql.ts';
import './statutory-table/submission.graphql.ts';
import './statutory-table/statutory-table.graphql.ts';
import './cell-record/cell-record.graphql.ts';
import './replay/replay.graphql.ts';
import './reporting-work/reporting-work.graphql.ts';
import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';

addServiceEvents(builder, 'reporting');
addAuditEntries(builder, 'reporting');

export const schema = builder.toSubGraphSchema({});
