import type { Words } from '../../base/i18n/define-messages.ts';
import { auditMessages } from './messages.ts';

/** What is kept in the audit log, as the services name it: `batch.pay`. */
export const auditedActions: readonly string[] = Object.entries<Words>(auditMessages.zh.auditAction).flatMap(
  ([record, verbs]) => Object.keys(verbs).map((verb) => `${record}.${verb}`),
);

/** The kinds of records that entries are kept of. */
export const auditedRecords: readonly string[] = Object.keys(auditMessages.zh.recordType);
