import type { Identified, ResourceAdapter } from './resource.ts';

/** Every resource that react-admin's lists and records read, by name. */
export const resources = {} satisfies Readonly<Record<string, ResourceAdapter<Identified, Identified>>>;
