/** How requests to Kafka are retried: a lost leader costs a second or two; with the defaults it took twelve. */
export const retry = { initialRetryTime: 100, maxRetryTime: 2_000, retries: 12 };
