/** The address of a job's list, by its kind and the record that the list belongs to. */
export function placeOfJob(kind: string, subject: string): string {
  switch (kind) {
    case 'case-file.submit':
      return '/households';
    case 'posting.publish':
      return '/postings';
    case 'case-file.activate':
      return `/postings/${subject}`;
    case 'application.put-forward':
      return `/campaigns/${subject}`;
    case 'batch.prepare':
      return '/batches';
    default:
      return kind.startsWith('application.') ? '/applications' : '/case-file-review';
  }
}

/** The address of a row of a job's list. */
export function placeOfRow(kind: string, id: string): string {
  const addresses = { files: 'case-files', applications: 'applications', grants: 'grants' } as const;
  return `/${addresses[rowsOfJob(kind)]}/${id}`;
}

/** What the rows of a job's list are. */
export function rowsOfJob(kind: string): 'files' | 'applications' | 'grants' {
  if (kind === 'batch.prepare') return 'grants';
  return kind.startsWith('application.') && kind !== 'application.put-forward' ? 'applications' : 'files';
}

/** The address of a job. */
export const addressOfJob = ({ service, id }: { readonly service: string; readonly id: string }): string =>
  `/jobs/${service}/${id}`;
