/** How requests to Kafka are repeated: a lost leader costs a second or two, where the defaults took twelve. */
export const retry = { initialRetryTime: 100, maxRetryTime: 2_000, retries: 12 };
