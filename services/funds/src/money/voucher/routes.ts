import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { mapResult } from '@nuangong/primitives';
import type { Keyring } from '@nuangong/sealing';
import { answerFile, type FileParts } from '../../file-request.ts';
import { gatherVouchers, type VoucherChoice } from './gather-vouchers.ts';
import { printVouchers } from './print-vouchers.ts';

const parameters = z.object({ id: z.string() });
const lastPlace = 1_000_000;
const range = z.object({
  from: z.coerce.number().int().min(1).max(lastPlace).catch(1),
  to: z.coerce.number().int().min(1).max(lastPlace).catch(lastPlace),
});

/** GET /files/funds/vouchers/:id.pdf, and /files/funds/batches/:id/vouchers.pdf with `?from=&to=` for large batches. */
export function addVoucherRoutes(server: FastifyInstance, parts: FileParts, keyring: Keyring): void {
  const answer = (choice: VoucherChoice, request: FastifyRequest, reply: FastifyReply) =>
    answerFile(parts, 'voucher.read', request, reply, {
      gather: (asked) => gatherVouchers(asked, choice, keyring),
      make: async (vouchers) =>
        mapResult(await printVouchers(vouchers), (bytes) => ({
          name: `困难补助资金发放凭证-${vouchers[0]?.number ?? ''}.pdf`,
          type: 'application/pdf',
          bytes,
        })),
    });
  server.get('/files/funds/vouchers/:id.pdf', (request, reply) =>
    answer({ voucherId: parameters.parse(request.params).id }, request, reply),
  );
  server.get('/files/funds/batches/:id/vouchers.pdf', (request, reply) =>
    answer({ batchId: parameters.parse(request.params).id, ...range.parse(request.query) }, request, reply),
  );
}
