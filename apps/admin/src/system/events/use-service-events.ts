import { useQueries } from '@tanstack/react-query';
import { request } from '../../base/graph/client.ts';
import { eventsOfServiceQuery } from '../../base/graph/generated/events.ts';
import type { ServiceEventsPartsFragment } from '../../base/graph/generated/operation-types.ts';
import { only, services, type Service } from './services.ts';

/** The figures of each service's events: undefined until known, null if the service does not answer. */
export type EventsOfServices = Readonly<Record<Service, ServiceEventsPartsFragment | null | undefined>>;

const everyMs = 10_000;
/** A service that takes longer than this, in milliseconds, counts as not answering. */
const mostWaitMs = 8_000;

/** Asks each service separately, every ten seconds, so that one that is down or hangs does not hide the others. */
export function useServiceEvents(): {
  readonly events: EventsOfServices;
  /** Why none of them could be read at all. */
  readonly fault: unknown;
  readonly askAgain: () => void;
} {
  const answers = useQueries({
    queries: services.map((service) => ({
      queryKey: [eventsOfServiceQuery.name, service],
      queryFn: ({ signal }: { readonly signal: AbortSignal }) => ask(service, signal),
      refetchInterval: everyMs,
      retry: false,
    })),
  });
  const events = Object.fromEntries(
    services.map((service, place) => {
      const answer = answers[place];
      return [service, answer?.isError === true ? null : answer?.data];
    }),
  ) as EventsOfServices;
  const faults = answers.flatMap(({ error }) => (error === null ? [] : [error]));
  return {
    events,
    fault: faults.length === services.length ? faults[0] : undefined,
    askAgain: () => answers.forEach((answer) => void answer.refetch()),
  };
}

async function ask(service: Service, signal: AbortSignal): Promise<ServiceEventsPartsFragment | null> {
  const data = await request(eventsOfServiceQuery, only(service), {
    signal: AbortSignal.any([signal, AbortSignal.timeout(mostWaitMs)]),
    showsMissing: true,
  });
  return data[service] ?? null;
}
