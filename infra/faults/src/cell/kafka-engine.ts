import type { OpenEngine } from './engine.ts';

export const openKafkaEngine: OpenEngine = () => Promise.reject(new Error('not there yet'));
