import { expect, test } from 'vitest';
import { sourceFiles } from './source-files.ts';

const production = sourceFiles().filter(
  ({ path }) => /^(services|packages|apps\/gateway)\//.test(path) && !/\.test\.ts$|\/testing\/|\/bench\//.test(path),
);

/** A route below /files/ that is not added through `serve` or `accept`. */
const routeByHand = /\.(?:get|post|put|patch|delete|head|all)\b[^(;]*\(\s*[`'"]\/files\/|\burl:\s*[`'"]\/files\//;
/** The headers of a file, set by hand. */
const headersByHand = /['"]content-disposition['"]|filename\*=/i;
const readsForms = /^(@fastify\/multipart|@fastify\/busboy|busboy|formidable|multer)\b/;

const ours = (path: string): boolean => path.startsWith('packages/documents/src/serve/');
const gateway = 'apps/gateway/src/safe-file-headers.ts';

test('files are served and accepted only through packages/documents', () => {
  const others = production.filter(({ path }) => !ours(path));
  expect(others.filter(({ text }) => routeByHand.test(text)).map(({ path }) => path)).toEqual([]);
  expect(others.filter(({ text }) => headersByHand.test(text)).map(({ path }) => path)).toEqual([gateway]);
  expect(others.filter(({ imports }) => imports.some((one) => readsForms.test(one)))).toEqual([]);
});

test('a route that bypasses it is found, one that uses it is not', () => {
  expect(routeByHand.test("server.get('/files/funds/x.pdf', handle)")).toBe(true);
  expect(routeByHand.test('server.post<{ Params: { id: string } }>(\n  `/files/${service}/x`,')).toBe(true);
  expect(routeByHand.test("server.route({ method: 'GET', url: '/files/funds/x.pdf' })")).toBe(true);
  expect(routeByHand.test("files.serve('/files/funds/x.pdf', 'voucher.read', make)")).toBe(false);
  expect(production.filter(({ text }) => /\bfiles\.(serve|accept)\(/.test(text)).length).toBeGreaterThan(5);
});
