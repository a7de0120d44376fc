import { createRoot } from 'react-dom/client';
import { Console } from './Console.tsx';
import { chooseLanguage, language } from './base/i18n/language.ts';
import { ignoreSecondClicks } from './base/pointer/ignore-second-clicks.ts';

chooseLanguage(language());
ignoreSecondClicks(document);
const root = document.getElementById('root');
if (root === null) throw new Error('the page has no element called root');
createRoot(root).render(<Console />);
