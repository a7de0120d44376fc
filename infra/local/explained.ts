/** A failure that a person at the terminal can fix: explained in Chinese and English, without a stack. */
export class Explained extends Error {
  readonly zh: string;
  readonly en: string;
  readonly detail: string | undefined;

  /** `detail` is printed below, as it came (the last lines of a log, an address). */
  constructor(zh: string, en: string, detail?: string) {
    super(en);
    this.name = 'Explained';
    this.zh = zh;
    this.en = en;
    this.detail = detail;
  }

  /** The text as printed. */
  get text(): string {
    return [this.zh, this.en, ...(this.detail ? [indent(this.detail)] : [])].join('\n');
  }
}

const mostDetailLines = 40;

function indent(text: string): string {
  const lines = text.trimEnd().split('\n');
  const shown = lines.length > mostDetailLines ? [...lines.slice(0, mostDetailLines), '…'] : lines;
  return shown.map((line) => `    ${line}`).join('\n');
}

/** What to print for any failure: an explanation as it is, anything else with its stack. */
export function inWords(error: unknown): string {
  if (error instanceof Explained) return error.text;
  return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
