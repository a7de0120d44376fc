/** The text of an answer that consists of data, `{"data":…}`, which the gateway passes on without reading it. */
export class UnreadData {
  readonly text: string;

  constructor(text: string) {
    this.text = text;
  }
}

/** An answer as text; one whose data is unread stays as its subgraph wrote it. */
export function stringifyAnswer(answer: { readonly data?: unknown }): string {
  return answer.data instanceof UnreadData ? answer.data.text : `${JSON.stringify(answer)}\n`;
}
