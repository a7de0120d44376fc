import type { ReactElement } from 'react';
import { useLogin } from 'react-admin';
import { SignIn } from './SignIn.tsx';

/** The sign-in page within the console, after a session ended or somebody signed out. */
export function SignInAgain(): ReactElement {
  const login = useLogin();
  return <SignIn onSignedIn={() => login({})} />;
}
