/**
 * Loaded before a service's own code: when the supervisor is killed, its end of the channel closes, and the service
 * stops normally, so that no orphan keeps a port or a database.
 */
process.on('disconnect', () => process.kill(process.pid, 'SIGTERM'));
process.channel?.unref();
