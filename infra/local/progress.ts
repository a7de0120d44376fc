/** Progress output: one line per step, with its seconds. */
export type Progress = {
  /** Prints a message immediately. */
  readonly say: (zh: string, en: string) => void;
  /** Runs a step and prints it with its duration. */
  readonly step: <T>(zh: string, en: string, work: () => Promise<T>) => Promise<T>;
};

const tellAfterMilliseconds = 1_500;

/** Progress on a stream of the terminal or of a log. */
export function progressTo(stream: NodeJS.WriteStream): Progress {
  const write = (mark: string, zh: string, en: string): void => {
    stream.write(`${mark.padStart(8)}  ${zh} · ${en}\n`);
  };
  return {
    say: (zh, en) => write('', zh, en),
    async step(zh, en, work) {
      const began = performance.now();
      const slow = setTimeout(() => write('…', zh, en), tellAfterMilliseconds);
      try {
        const result = await work();
        write(`${((performance.now() - began) / 1_000).toFixed(1)} s`, zh, en);
        return result;
      } finally {
        clearTimeout(slow);
      }
    },
  };
}

/** Progress without output, for tests. */
export const quietProgress: Progress = { say: () => undefined, step: (_zh, _en, work) => work() };
