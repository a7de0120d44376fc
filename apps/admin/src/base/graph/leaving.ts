/**
 * What is kept alive beyond its page, in bytes. Browsers allow 65,536 for all that is under way together; half of it
 * leaves room for a second command.
 */
const mostKeptAlive = 32_768;

/** Whether a request of this body may go on where the page that sent it is left. */
export function isKeptAlive(body: string): boolean {
  return new TextEncoder().encode(body).length <= mostKeptAlive;
}

/** While this is under way, whoever leaves the page or loads it anew is asked first: it would end half-way. */
export async function askBeforeLeaving<Answer>(underWay: Promise<Answer>): Promise<Answer> {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  window.addEventListener('beforeunload', ask);
  try {
    return await underWay;
  } finally {
    window.removeEventListener('beforeunload', ask);
  }
}
