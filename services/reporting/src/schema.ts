import './form/form.graphql.ts';
import './figure/figure.graphql.ts';
import './submission/submission.graphql.ts';
import './statutory-table/statutory-table.graphql.ts';
import './cell-record/cell-record.graphql.ts';
import './replay/replay.graphql.ts';
import './event-consumers/event-consumers.graphql.ts';
import './reporting-work/reporting-work.graphql.ts';
import { builder } from './builder.ts';

export const schema = builder.toSubGraphSchema({});
