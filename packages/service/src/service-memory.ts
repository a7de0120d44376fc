/**
 * Node's flags for a service's memory. A service uses about 80 MB; with Node's default limits, which depend on the
 * whole machine, garbage grows to four times that before it is collected. Under a limit of 1 GB it is collected sooner,
 * at no noticeable cost: importing a roster peaks at half the memory in the same processor time.
 */
export const serviceMemory: readonly string[] = ['--max-old-space-size=1024', '--max-semi-space-size=16'];
