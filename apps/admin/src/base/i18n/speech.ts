import type { Words } from './define-messages.ts';
import type { Places } from './use-words.ts';

/** The text at a dotted path, or undefined if there is none. */
export function textAt(words: Words, path: string): string | undefined {
  const found = path
    .split('.')
    .reduce<string | Words | undefined>((at, step) => (typeof at === 'object' ? at[step] : undefined), words);
  return typeof found === 'string' ? found : undefined;
}

/** Fills a text's `%{places}`; of two forms (`one |||| many`) the first is for a `smart_count` of one. */
export function spoken(text: string, places: Places = {}): string {
  const forms = text.split(' |||| ');
  const form = (places['smart_count'] === 1 ? forms[0] : forms.at(-1)) ?? text;
  return form.replaceAll(/%\{(\w+)\}/g, (place, name: string) => String(places[name] ?? place));
}
