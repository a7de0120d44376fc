import type { ClientConfig } from 'pg';

/** Configures a connection to read audit entries as they are sealed: every value as text, times in UTC. */
export const asSealed = {
  types: { getTypeParser: () => (text: string) => text },
  options: '-c timezone=UTC -c datestyle=ISO -c bytea_output=hex',
} as const satisfies ClientConfig;
