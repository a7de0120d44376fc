import type { PrismaClientLike } from '@nuangong/event-bus';

/** The part of a Prisma transaction client that this package uses. */
export interface TransactionClient extends PrismaClientLike {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
}
