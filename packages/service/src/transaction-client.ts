import type { PrismaClientLike } from '@nuangong/event-bus';

/** A Prisma transaction client as this package uses it. */
export interface TransactionClient extends PrismaClientLike {
  $executeRaw(query: TemplateStringsArray, ...values: unknown[]): Promise<number>;
  $queryRaw<T>(query: TemplateStringsArray, ...values: unknown[]): Promise<T>;
}
