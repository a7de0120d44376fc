import { writeFile } from 'node:fs/promises';
import { contracts, sqlConstructor } from '@nuangong/events';

/** The events that funds creates in SQL, because one statement covers many grants or payments. */
const madeInSql = [contracts['grant-committed.v1'], contracts['grant-awaiting-funds.v1'], contracts['payment-made.v1']];

const head = '-- Made from the contracts of packages/events by `./nuangong generate`; not to be edited.\n\n';
await writeFile(new URL('announced-events.sql', import.meta.url), head + madeInSql.map(sqlConstructor).join('\n'));
