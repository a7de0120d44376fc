import { createSubgraphBuilder, type RequestContext } from '@nuangong/subgraph';
import type PrismaTypes from './generated/pothos-types.ts';
import { getDatamodel } from './generated/pothos-types.ts';
import type { Prisma } from './generated/prisma/client.ts';

export type Transaction = Prisma.TransactionClient;
export type WorkContext = RequestContext<Transaction>;

export const builder = createSubgraphBuilder<PrismaTypes, Transaction>({ datamodel: getDatamodel() });
