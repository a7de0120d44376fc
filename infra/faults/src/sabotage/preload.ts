import { registerHooks } from 'node:module';
import { sabotages, type SabotageName } from './sabotages.ts';

/**
 * Loaded before a service: changes the text of one module as it is loaded. Ends the process if the text is not
 * found, so that a sabotage which no longer fits the program is noticed.
 */
const name = process.env['NUANGONG_SABOTAGE'] as SabotageName;
const { module, replace, by } = sabotages[name];

registerHooks({
  load(url, context, nextLoad) {
    const loaded = nextLoad(url, context);
    if (!url.endsWith(`/${module}`)) return loaded;
    const text = String(loaded.source);
    if (!text.includes(replace)) throw new Error(`the sabotage ${name} finds no place in ${module}`);
    return { ...loaded, source: text.replace(replace, () => by) };
  },
});
