/**
 * The largest request body kept alive beyond its page, in bytes. Browsers allow 65,536 for all pending requests
 * together; half of it leaves room for a second command.
 */
const mostKeptAlive = 32_768;

/** Whether a request with this body may continue after its page is left. */
export function isKeptAlive(body: string): boolean {
  return new TextEncoder().encode(body).length <= mostKeptAlive;
}

/** Asks for confirmation before the page is left or reloaded while this is pending, because leaving would abort it. */
export async function askBeforeLeaving<Answer>(underWay: Promise<Answer>): Promise<Answer> {
  const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
  window.addEventListener('beforeunload', ask);
  try {
    return await underWay;
  } finally {
    window.removeEventListener('beforeunload', ask);
  }
}
