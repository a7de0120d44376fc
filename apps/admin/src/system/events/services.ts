/** The services, by the names that the operations of this folder give their parts. */
export const services = ['identity', 'caseRecords', 'funds', 'employmentLegal', 'reporting'] as const;
export type Service = (typeof services)[number];

/** Reads a service's name out of an address. */
export function serviceOf(text: string | null | undefined): Service | undefined {
  return services.find((service) => service === text);
}

/** The variables by which an operation asks one service alone. */
export function only(service: Service): Readonly<Record<Service, boolean>> {
  return {
    identity: service === 'identity',
    caseRecords: service === 'caseRecords',
    funds: service === 'funds',
    employmentLegal: service === 'employmentLegal',
    reporting: service === 'reporting',
  };
}
