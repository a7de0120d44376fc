import './form/form/form.graphql.ts';
import './form/form/form-version.graphql.ts';
import './table/statutory-table/figure.graphql.ts';
import './table/statutory-table/figure-history.graphql.ts';
import './table/statutory-table/submission.graphql.ts';
import './table/statutory-table/statutory-table.graphql.ts';
import './table/cell-record/cell-record.graphql.ts';
import './fact/replay/replay.graphql.ts';
import './table/reporting-work/reporting-work.graphql.ts';
import { addObligations } from '@nuangong/obligations';
import { addAuditEntries, addServiceEvents } from '@nuangong/service';
import { builder } from './builder.ts';

addServiceEvents(builder, 'reporting');
addAuditEntries(builder, 'reporting');
addObligations(builder, 'reporting');

export const schema = builder.toSubGraphSchema({});
