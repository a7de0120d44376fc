import { createRoot } from 'react-dom/client';
import { isSignedIn } from './base/graph/session.ts';
import { chooseLanguage, language } from './base/i18n/language.ts';
import { ignoreSecondClicks } from './base/pointer/ignore-second-clicks.ts';
import { ConsoleMissing } from './ConsoleMissing.tsx';
import { FirstSignIn } from './FirstSignIn.tsx';
import { mayReloadByItself, noteLoaded } from './base/graph/reload-once.ts';

chooseLanguage(language());
ignoreSecondClicks(document);
const element = document.getElementById('root');
if (element === null) throw new Error('the page has no element called root');
const root = createRoot(element);

/** Loads the console and shows it at the page's address; react-admin's sign-in address leads to the landing page. */
async function showConsole(): Promise<void> {
  const { Console } = await import('./Console.tsx');
  noteLoaded();
  if (window.location.pathname === '/login') window.history.replaceState(null, '', '/');
  root.render(<Console />);
}

/** After a new version was installed, the old page's files are gone: reloads once by itself, then says what to do. */
function missConsole(): void {
  if (mayReloadByItself()) window.location.reload();
  else root.render(<ConsoleMissing />);
}

/** Shows the console to who is signed in already, the sign-in page to others. */
async function begin(): Promise<void> {
  if (await isSignedIn().catch(() => false)) return showConsole().catch(missConsole);
  root.render(<FirstSignIn onSignedIn={showConsole} />);
  // Who types an account and a password gives the line time for the rest.
  setTimeout(() => void import('./Console.tsx').catch(() => undefined), 500);
}

// Not awaited at the top: the console imports what is in this file's chunk, and would wait for it for ever.
void begin();
