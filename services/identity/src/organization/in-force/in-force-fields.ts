import { readStoredDate } from '@nuangong/database';

/** The field of the first day on which a record is in force. */
export const firstDay = (description: string) => ({
  type: 'LocalDate' as const,
  description,
  select: { inForceFrom: true } as const,
  resolve: ({ inForceFrom }: { readonly inForceFrom: Date }) => readStoredDate(inForceFrom),
});

/** The field of the last day in force, included; null while no end is set. */
export const lastDay = (description: string) => ({
  type: 'LocalDate' as const,
  nullable: true as const,
  description,
  select: { inForceTo: true } as const,
  resolve: ({ inForceTo }: { readonly inForceTo: Date | null }) => inForceTo && readStoredDate(inForceTo),
});
