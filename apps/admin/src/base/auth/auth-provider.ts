import type { AuthProvider } from 'react-admin';
import { drafts } from '../draft/drafts.ts';
import { request } from '../graph/client.ts';
import { GraphFault } from '../graph/fault.ts';
import { meQuery } from '../graph/generated/auth.ts';
import type { MeQuery, Role } from '../graph/generated/operation-types.ts';
import { isSignedIn, signOut } from '../graph/session.ts';

/** Who is signed in: the member of staff, the organisation acted for, the roles and what they allow. */
export interface SignedInStaff {
  readonly id: string;
  readonly fullName: string;
  readonly username: string;
  readonly organization: MeQuery['me']['organization'];
  readonly roles: readonly Role[];
  /** The roles that the person holds without a delegation. */
  readonly ownRoles: readonly Role[];
  /** Colleagues whose roles the person has by a delegation in force. */
  readonly onBehalfOf: readonly string[];
  /** The password was set by somebody else: nothing else can be done until it is changed. */
  readonly mustChangePassword: boolean;
  readonly actions: readonly string[];
}

let staff: Promise<SignedInStaff> | undefined;

async function readStaff(): Promise<SignedInStaff> {
  const { me } = await request(meQuery, {});
  await drafts.open(me.staff.id, me.draftKey);
  return {
    id: me.staff.id,
    fullName: me.staff.name,
    username: me.staff.username,
    organization: me.organization,
    roles: me.roles,
    ownRoles: me.staff.roles,
    onBehalfOf: me.onBehalfOf,
    mustChangePassword: me.staff.mustChangePassword,
    actions: me.actions,
  };
}

/** The signed-in member of staff, read once a session. */
export function signedInStaff(): Promise<SignedInStaff> {
  staff ??= readStaff().catch((fault: unknown) => {
    staff = undefined;
    throw fault;
  });
  return staff;
}

/** react-admin's access to the identity service. */
export const authProvider: AuthProvider = {
  /** The sign-in page does the sign-in, in one step or two; this only clears the previous person's data. */
  async login() {
    staff = undefined;
  },
  /** Unsent input stays sealed for the account; signing out on purpose has wiped it before this. */
  async logout() {
    staff = undefined;
    drafts.close();
    await signOut();
    return '/login';
  },
  async checkAuth() {
    if (!(await isSignedIn())) throw new GraphFault('', 401, 'UNAUTHENTICATED');
  },
  async checkError(error: unknown) {
    if (error instanceof GraphFault && error.status === 401) throw error;
  },
  getIdentity: () => signedInStaff(),
  getPermissions: async () => (await signedInStaff()).actions,
};
