import type { Words } from '../../base/i18n/define-messages.ts';
import { auditMessages } from './messages.ts';

/** The actions in the audit log, as the services name them: `batch.pay`. */
export const auditedActions: readonly string[] = Object.entries<Words>(auditMessages.zh.auditAction).flatMap(
  ([record, verbs]) => Object.keys(verbs).map((verb) => `${record}.${verb}`),
);

/** The types of records in the audit log. */
export const auditedRecords: readonly string[] = Object.keys(auditMessages.zh.recordType);
