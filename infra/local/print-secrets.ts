import { randomBytes } from 'node:crypto';
import { makeSecrets } from './secrets.ts';

/**
 * Prints fresh secrets as `infra/compose.yaml` reads them from `infra/.env`. Make them once and keep them: without
 * FIELD_KEY, identity numbers stay unreadable; without AUDIT_KEY, the audit log cannot be verified.
 */
const { rolePasswords, tokenSigningKey, fieldKey, blindIndexKey, auditKey, gatewayKey } = makeSecrets();
const variables = {
  POSTGRES_PASSWORD: randomBytes(24).toString('base64url'),
  ...Object.fromEntries(
    Object.entries(rolePasswords).map(([role, password]) => [`${role.toUpperCase()}_PASSWORD`, password]),
  ),
  TOKEN_SIGNING_KEY: tokenSigningKey,
  FIELD_KEY: fieldKey,
  BLIND_INDEX_KEY: blindIndexKey,
  AUDIT_KEY: auditKey,
  GATEWAY_KEY: gatewayKey,
  KAFKA_CLUSTER_ID: randomBytes(16).toString('base64url').replace(/^-/u, 'A'),
};
process.stdout.write(
  Object.entries(variables)
    .map(([name, value]) => `${name}='${value}'\n`)
    .join(''),
);
