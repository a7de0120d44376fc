import { problem, type Problem } from '@nuangong/primitives';

/** Why a file is not served or accepted, in both languages, with the status to answer with. */
export interface FileRefusal {
  readonly status: number;
  readonly problems: readonly Problem[];
}

/** A refusal with a status. */
export function refused(status: number, ...problems: readonly Problem[]): FileRefusal {
  return { status, problems };
}

/** The refusal of an operation: 404 if the record is not there, 409 if its state does not allow it. */
export function refusedBy(problems: readonly Problem[]): FileRefusal {
  return refused(problems[0]?.code === 'NOT_FOUND' ? 404 : 409, ...problems);
}

/** Whether an answer is a refusal. */
export function isRefusal(answer: object): answer is FileRefusal {
  return 'problems' in answer;
}

/** Refuses a file over the limit, in bytes. */
export function tooLarge(mostBytes: number): FileRefusal {
  const most = mostBytes / 1024 / 1024;
  return refused(
    413,
    problem(
      'FILE_TOO_LARGE',
      {
        zh: `文件超过 ${most} MB，压缩图片或分成几个文件上传`,
        en: `The file is larger than ${most} MB. Reduce it or upload it as several files.`,
      },
      'file',
    ),
  );
}

/** Refuses a request without a file. */
export function noFile(): FileRefusal {
  return refused(
    400,
    problem(
      'FILE_MISSING',
      { zh: '没有收到文件，选取文件后上传', en: 'No file was received. Choose one and upload it.' },
      'file',
    ),
  );
}

/** The refusal for an error while a file was served or accepted; `isOurs` if it is to be logged. */
export function refusedFor(error: unknown, requestId: string): FileRefusal & { readonly isOurs: boolean } {
  if (isBrokenUpload(error)) return { ...refused(400, uploadBroken()), isOurs: false };
  return { ...refused(isDiskFull(error) ? 507 : 500, failed(requestId)), isOurs: true };
}

const uploadBroken = (): Problem =>
  problem(
    'UPLOAD_BROKEN',
    { zh: '上传中断，重新上传', en: 'The upload was interrupted. Upload the file again.' },
    'file',
  );

const failed = (requestId: string): Problem =>
  problem('FILE_FAILED', {
    zh: `文件没有办成，已记录，编号 ${requestId}；稍后重试，仍不行时把编号告诉管理员`,
    en: `The file could not be handled, recorded as ${requestId}. Try again, or give the number to the administrator.`,
  });

function isDiskFull(error: unknown): boolean {
  return error instanceof Error && Reflect.get(error, 'code') === 'ENOSPC';
}

function isBrokenUpload(error: unknown): boolean {
  const code = error instanceof Error ? String(Reflect.get(error, 'code') ?? '') : '';
  return (
    code.startsWith('FST_') ||
    code === 'ERR_STREAM_PREMATURE_CLOSE' ||
    (error instanceof Error && /multipart|Unexpected end of form/i.test(error.message))
  );
}
