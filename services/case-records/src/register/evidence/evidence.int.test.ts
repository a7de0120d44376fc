import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '@nuangong/access';
import { unzipped } from '@nuangong/documents/testing';
import {
  clerk,
  otherClerk,
  registerHouseholds,
  reviewer,
  startCaseRecords,
  type CaseRecordsService,
} from '../../testing/case-records-service.ts';

let service: CaseRecordsService;
beforeAll(async () => {
  service = await startCaseRecords();
});
afterAll(() => service.stop());

const pdf = Buffer.from('%PDF-1.7\n1 0 obj\n%%EOF\n');
/** Two empty pages. */
const drawable = Buffer.from(`%PDF-1.4
1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
2 0 obj<</Type/Pages/Kids[3 0 R 4 0 R]/Count 2>>endobj
3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
4 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 100]>>endobj
trailer<</Root 1 0 R>>
%%EOF
`);

async function fileWithEvidence(serial: number, ...kinds: readonly string[]): Promise<string> {
  const [made] = await registerHouseholds(service, clerk, [serial]);
  for (const kind of kinds) {
    const path = `/files/case-records/case-files/${made?.caseFileId}/evidence`;
    const sent = await service.upload(clerk, path, { name: `${kind}.pdf`, content: pdf, fields: { kind } });
    expect(sent.status).toBe(201);
  }
  return made?.caseFileId ?? '';
}

interface Read {
  readonly evidence: readonly {
    readonly kind: string;
    readonly fileName: string;
    readonly url: string;
    readonly previewUrl: string;
  }[];
  readonly evidenceMissing: readonly string[];
  readonly evidenceChecklist: readonly { readonly kind: string }[];
}

async function read(actor: typeof clerk, id: string): Promise<Read> {
  const { caseFile } = await service.ask<{ caseFile: Read }>(
    actor,
    'query($id: ID!) { caseFile(id: $id) { evidence { kind fileName url previewUrl } evidenceMissing evidenceChecklist { kind } } }',
    { id },
  );
  return caseFile;
}

const readings = (caseFileId: string) =>
  service.inspect<{ staff: string; evidence: string | null }>(
    `select staff_id::text as staff, after ->> 'evidenceId' as evidence from audit_entry
     where action = 'health.read' and record_type = 'CaseFile' and record_id = $1 order by id`,
    [caseFileId],
  );

const caseWork: readonly Role[] = ['CLERK', 'REVIEWER', 'APPROVER', 'WINDOW_CLERK', 'AUDITOR'];
const others: readonly Role[] = ['FINANCE', 'FINANCE_LEAD', 'EMPLOYMENT', 'LEGAL_AID'];

describe('evidence that reveals health', () => {
  test.each(others)('is not shown to %s, not served, and not listed as missing', async (role) => {
    const id = await fileWithEvidence(
      100 + others.indexOf(role),
      'DIAGNOSIS',
      'DISABILITY_CERTIFICATE',
      'OTHER',
      'INCOME_PROOF',
    );
    const whole = await read(clerk, id);
    const actor = { ...clerk, staffId: crypto.randomUUID(), roles: [role] };
    for (const scope of [clerk.scope, '51/5101/' as typeof clerk.scope]) {
      const seen = await read({ ...actor, scope }, id);
      expect(seen.evidence.map(({ kind }) => kind)).toEqual(['INCOME_PROOF']);
      expect(seen.evidenceMissing).toEqual([]);
      expect(seen.evidenceChecklist.map(({ kind }) => kind)).toEqual(['INCOME_PROOF']);
      for (const { kind, url } of whole.evidence) {
        const expected = kind === 'INCOME_PROOF' ? 200 : 404;
        expect([kind, (await service.download({ ...actor, scope }, url)).status]).toEqual([kind, expected]);
      }
    }
  });

  test.each(caseWork)('is shown to %s, each reading recorded, without its kind', async (role) => {
    const id = await fileWithEvidence(200 + caseWork.indexOf(role), 'DIAGNOSIS', 'INCOME_PROOF');
    const actor = { ...reviewer, staffId: crypto.randomUUID(), roles: [role] };
    const { evidence } = await read(actor, id);
    expect(evidence.map(({ kind }) => kind)).toEqual(['DIAGNOSIS', 'INCOME_PROOF']);
    expect(await readings(id)).toEqual([{ staff: actor.staffId, evidence: null }]);
    for (const { url } of evidence) expect((await service.download(actor, url)).status).toBe(200);
    const [, opened, ...more] = await readings(id);
    expect(more).toEqual([]);
    expect(evidence[0]?.url.endsWith(`/${opened?.evidence}`)).toBe(true);
  });

  test('needs the same permission, and is audited the same, for a page preview as for the file', async () => {
    const id = await fileWithEvidence(290);
    const path = `/files/case-records/case-files/${id}/evidence`;
    for (const [kind, content] of [
      ['DIAGNOSIS', drawable],
      ['INCOME_PROOF', pdf],
    ] as const) {
      await service.upload(clerk, path, { name: `${kind}.pdf`, content, fields: { kind } });
    }
    const [diagnosis, income] = (await read(clerk, id)).evidence;
    const before = (await readings(id)).length;
    const url = diagnosis?.previewUrl ?? '';
    const page = await service.download(reviewer, `${url}?page=2`);
    expect([page.status, page.headers.get('content-type'), page.headers.get('x-page-count')]).toEqual([
      200,
      'image/jpeg',
      '2',
    ]);
    expect(Buffer.from(await page.arrayBuffer()).subarray(0, 2)).toEqual(Buffer.from([0xff, 0xd8]));
    expect((await readings(id)).slice(before)).toMatchObject([
      { staff: reviewer.staffId, evidence: url.split('/')[4] },
    ]);
    for (const wrong of ['0', '3', '-1', 'x']) {
      expect([wrong, (await service.download(reviewer, `${url}?page=${wrong}`)).status]).toEqual([wrong, 404]);
    }
    const finance = { ...clerk, roles: ['FINANCE' as const] };
    expect((await service.download(finance, url)).status).toBe(404);
    expect((await service.download(otherClerk, url)).status).toBe(404);
    expect((await service.fetch(url)).status).toBe(401);
    const undrawable = await service.download(finance, income?.previewUrl ?? '');
    expect([undrawable.status, await undrawable.json()]).toMatchObject([
      422,
      { problems: [{ code: 'PREVIEW_UNREADABLE' }] },
    ]);
  });

  test('comes as one archive with a list of contents, without what the user may not see, and that is audited', async () => {
    const id = await fileWithEvidence(291, 'DIAGNOSIS', 'INCOME_PROOF');
    const url = `/files/case-records/case-files/${id}/evidence.zip`;
    const archive = async (actor: typeof clerk) => {
      const answer = await service.download(actor, url);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'application/zip']);
      return unzipped(Buffer.from(await answer.arrayBuffer()));
    };
    const whole = await archive(clerk);
    const names = ['目录.csv', '01-疾病诊断证明-DIAGNOSIS.pdf', '02-收入证明-INCOME_PROOF.pdf'];
    expect(Object.keys(whole)).toEqual(names);
    expect(whole[names[1]!]).toBe(pdf.toString());
    for (const name of names.slice(1)) expect(whole['目录.csv']).toContain(name);
    expect(Object.keys(await archive({ ...clerk, roles: ['FINANCE'] }))).toEqual([
      '目录.csv',
      '01-收入证明-INCOME_PROOF.pdf',
    ]);
    expect((await service.download(otherClerk, url)).status).toBe(404);
    expect((await service.fetch(url)).status).toBe(401);
    expect(await readings(id)).toHaveLength(1);
    const exports = await service.inspect<{ files: string }>(
      `select after ->> 'files' as files from audit_entry where action = 'evidence.export' and record_id = $1 order by id`,
      [id],
    );
    expect(exports.map(({ files }) => files)).toEqual(['2', '1']);
  });

  test('is listed under the archive’s names when an uploaded name is invalid on disk', async () => {
    const id = await fileWithEvidence(292);
    const name = `诊断<1>${'长'.repeat(180)}.pdf`;
    const path = `/files/case-records/case-files/${id}/evidence`;
    await service.upload(clerk, path, { name, content: pdf, fields: { kind: 'DIAGNOSIS' } });
    const answer = await service.download(clerk, `${path}.zip`);
    const { '目录.csv': list, ...entries } = await unzipped(Buffer.from(await answer.arrayBuffer()));
    const [entry = ''] = Object.keys(entries);
    expect(entry).toMatch(/^01-疾病诊断证明-诊断_1_长+\.pdf$/);
    expect(Buffer.byteLength(entry)).toBeLessThanOrEqual(200);
    expect(list).toContain(`\n${entry},`);
  });

  test('leaves no kind and no name in the audit log when it is added', async () => {
    const id = await fileWithEvidence(300, 'DIAGNOSIS');
    const entries = await service.inspect<{ entry: string }>(
      `select t::text as entry from audit_entry t where record_id = $1 and action in ('evidence.add', 'health.read')`,
      [id],
    );
    expect(entries).toHaveLength(1);
    expect(entries[0]?.entry).not.toContain('DIAGNOSIS');
  });
});
