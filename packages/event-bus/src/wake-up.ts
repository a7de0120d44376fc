/** A sleep that can be ended early. A wake-up while nobody sleeps is kept for the next sleep. */
export type WakeUp = {
  readonly wake: () => void;
  /** Sleeps until woken, at most `ms` milliseconds. */
  readonly sleep: (ms: number) => Promise<void>;
};

export function createWakeUp(): WakeUp {
  let woken = false;
  let end: (() => void) | undefined;
  return {
    wake() {
      woken = true;
      end?.();
    },
    async sleep(ms) {
      if (!woken) {
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, ms);
          end = () => {
            clearTimeout(timer);
            resolve();
          };
        });
        end = undefined;
      }
      woken = false;
    },
  };
}
