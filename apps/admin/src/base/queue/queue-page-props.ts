import type { ReactNode } from 'react';
import type { QueueRow, QueueState } from './use-queue.ts';

/** The parts of a queue page. */
export interface QueuePageProps<Row extends QueueRow> {
  readonly title: string;
  /** The name that the queue's settings are kept under. */
  readonly name: 'review' | 'approval';
  readonly lead?: ReactNode;
  readonly queue: QueueState<Row>;
  readonly page: number;
  readonly perPage: number;
  readonly onPage: (page: number) => void;
  readonly loading: boolean;
  readonly fault?: unknown;
  readonly onRetry?: () => void;
  readonly search: string;
  readonly onSearch: (search: string) => void;
  readonly filters?: ReactNode;
  readonly emptyWhy?: string;
  readonly selectable?: boolean;
  readonly evidence?: (row: Row, at: number, onNext: () => void) => ReactNode;
  readonly facts: (row: Row) => ReactNode;
  /** The buttons for the current row, or for the ticked ones if there are any. */
  readonly decisions: (row: Row) => ReactNode;
  /** Above the buttons while rows are ticked: 已选 23 户，合计 …. */
  readonly batch?: ReactNode;
  readonly announcement: string;
  readonly onOpen: (row: Row) => void;
  readonly onApprove: (row: Row) => void;
  readonly onReturn: (row: Row) => void;
  readonly onReject: (row: Row) => void;
}
