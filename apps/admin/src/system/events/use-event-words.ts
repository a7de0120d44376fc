import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';
import { waitOf } from './service-status.ts';

/** The words for events: types in the glossary's terms, waiting times in their unit. */
export interface EventWords {
  /** `nuangong.payment-returned.v1` → 退汇; later versions are named, an unknown type is shown unchanged. */
  readonly type: (type: string | null) => string;
  readonly wait: (seconds: number | null | undefined) => string;
}

export function useEventWords(): EventWords {
  const say = useWords();
  const term = useTerm();
  return {
    type(type) {
      const [, name, version] = /^nuangong\.([a-z-]+)\.v(\d+)$/u.exec(type ?? '') ?? [];
      if (name === undefined || version === undefined) return type ?? say('events.noType');
      return version === '1' ? term('eventType', name) : `${term('eventType', name)} v${version}`;
    },
    wait(seconds) {
      if (seconds === null || seconds === undefined) return '—';
      const { count, unit } = waitOf(seconds);
      return say(`events.${unit}`, { count });
    },
  };
}
