import type { Tone } from '../../base/display/StatusTag.tsx';

/** Whole days from one date to another, both "2026-12-08"; below zero when it has passed. */
export function daysUntil(date: string, from: string): number {
  return Math.round((Date.parse(date) - Date.parse(from)) / 86_400_000);
}

/** How urgent a limitation is: stop from the last week on, wait from 30 days before. */
export function limitationTone(days: number): Tone {
  if (days <= 7) return 'stop';
  return days <= 30 ? 'wait' : 'still';
}
