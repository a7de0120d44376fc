import { createSubgraphBuilder, type RequestContext } from '@nuangong/subgraph';
import type PrismaTypes from './generated/pothos-types.ts';
import { getDatamodel } from './generated/pothos-types.ts';
import type { Prisma } from './generated/prisma/client.ts';
import type { RunningParts } from './running-parts.ts';

export type Transaction = Prisma.TransactionClient;
export type IdentityContext = RequestContext<Transaction, RunningParts>;

export const builder = createSubgraphBuilder<PrismaTypes, Transaction, RunningParts>({ datamodel: getDatamodel() });
