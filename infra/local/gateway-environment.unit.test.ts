import { expect, test } from 'vitest';
import { gatewayEnvironment, type Installation } from './services.ts';

const at = (how: { readonly published: boolean; readonly consoleOnly: boolean }) => {
  const installation = {
    place: { directory: '/nowhere', files: '/nowhere/files', logs: '/nowhere/logs' },
    secrets: { gatewayKey: 'key' },
    publicOrigin: '',
    port: 8080,
    ...how,
  } as unknown as Installation;
  return gatewayEnvironment(installation, { identity: 'http://127.0.0.1:1' }, 'http://127.0.0.1:8080');
};

test('introspection is allowed only on a developer’s machine, and never together with the safelist', () => {
  expect(at({ published: false, consoleOnly: false })).toMatchObject({ INTROSPECTION: 'true' });
  expect(at({ published: false, consoleOnly: true })).toMatchObject({
    INTROSPECTION: 'false',
    OPERATIONS_FILE: expect.any(String),
  });
  expect(at({ published: true, consoleOnly: true })).toMatchObject({
    INTROSPECTION: 'false',
    OPERATIONS_FILE: expect.any(String),
  });
  expect(at({ published: true, consoleOnly: false })).toMatchObject({ INTROSPECTION: 'false' });
});
