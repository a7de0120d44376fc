import { printSubgraph } from '@nuangong/subgraph';
import { schema } from './schema.ts';

await printSubgraph(schema, new URL('../schema.graphql', import.meta.url));
