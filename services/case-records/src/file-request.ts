import type { MultipartFile } from '@fastify/multipart';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Action, Actor, TokenVerifier } from '@nuangong/access';
import { isUuid, problem, type Problem } from '@nuangong/primitives';
import { admitToFile, refuseFile } from '@nuangong/subgraph';
import type { RunningParts } from './running-parts.ts';

/** What a file route receives: the actor, and the service's parts. */
export interface FileRequest {
  readonly actor: Actor;
  readonly requestId: string;
  readonly parts: RunningParts;
}

/** Registers a concept's file routes behind the check of token and permission. */
export type GuardRoute = (
  action: Action,
  handle: (request: FastifyRequest, reply: FastifyReply, file: FileRequest) => Promise<unknown>,
) => (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>;

/** Lets a file request through to its route after its token and permission are checked. */
export function guardFiles(verifier: TokenVerifier, parts: RunningParts): GuardRoute {
  return (action, handle) => async (request, reply) => {
    const admission = await admitToFile(verifier, request, action);
    if (admission.kind === 'REFUSED') return refuseFile(reply, admission.status, admission.problem);
    try {
      return await handle(request, reply, { actor: admission.actor, requestId: request.id, parts });
    } catch (error) {
      if (isBrokenUpload(error)) return refuseFile(reply, 400, uploadBroken());
      parts.logger.error({ err: error, requestId: request.id }, 'a file request failed');
      return refuseFile(reply, isDiskFull(error) ? 507 : 500, notKept(request.id));
    }
  };
}

/** Sends a file's headers: with its name, not sniffed, not cached, not executed. */
export function sendFileHeaders(
  reply: FastifyReply,
  file: { readonly name: string; readonly type: string; readonly inline: boolean },
): void {
  const name = encodeURIComponent(file.name).replace(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16)}`);
  reply.headers({
    'content-type': file.type,
    'content-disposition': `${file.inline ? 'inline' : 'attachment'}; filename*=UTF-8''${name}`,
    'x-content-type-options': 'nosniff',
    'content-security-policy': "default-src 'none'; sandbox",
    'cache-control': 'private, no-store',
  });
}

/** The id in a route's parameters; the nil UUID, which matches no record, if it is not an id. */
export function idOf(parameters: unknown): string {
  const id = String(Reflect.get(Object(parameters), 'id')).toLowerCase();
  return isUuid(id) ? id : '00000000-0000-0000-0000-000000000000';
}

/** The file of an upload, or the problem if there is none. */
export async function fileOf(request: FastifyRequest, mostBytes: number): Promise<MultipartFile | Problem> {
  if (!request.isMultipart()) return noFile();
  return (await request.file({ limits: { fileSize: mostBytes }, throwFileSizeLimit: false } as never)) ?? noFile();
}

export const tooLarge = (mostBytes: number): Problem =>
  problem(
    'FILE_TOO_LARGE',
    {
      zh: `文件超过 ${mostBytes / 1024 / 1024} MB，压缩图片或分成几个文件上传`,
      en: `The file is larger than ${mostBytes / 1024 / 1024} MB. Reduce it or upload it as several files.`,
    },
    'file',
  );

const noFile = (): Problem =>
  problem(
    'FILE_MISSING',
    { zh: '没有收到文件，选取文件后上传', en: 'No file was received. Choose one and upload it.' },
    'file',
  );

const uploadBroken = (): Problem =>
  problem(
    'UPLOAD_BROKEN',
    { zh: '上传中断，重新上传', en: 'The upload was cut short. Upload the file again.' },
    'file',
  );

const notKept = (requestId: string): Problem =>
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
