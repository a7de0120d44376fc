import type { GraphQLSchema } from 'graphql';
import { roles } from '@nuangong/access';
import { placesOfText, type TextPlace } from './place-texts.ts';
import type { TestService } from './start-test-service.ts';
import { buildActor } from './test-tokens.ts';

/** Texts that break careless code: for a database, a pattern, a page, a count of code units. */
const oddTexts = [
  '',
  '\u0000',
  '甲\u0000乙',
  '张\ud842',
  '\udfb7',
  '\u0007\u001b\u0085\uffff',
  '%_\\',
  "'; --",
  `${'一'.repeat(99)}𠮷`,
  '𠮷'.repeat(3_000),
];

/**
 * Sends odd texts to every place of a service's graph that accepts one, and random texts to one place each; returns
 * those that were answered with an internal fault: none, if texts are cleaned or refused.
 */
export async function faultsOfAnyText(
  service: Pick<TestService<unknown>, 'answer'>,
  schema: GraphQLSchema,
  randomTexts: readonly string[],
): Promise<readonly string[]> {
  const places = placesOfText(schema);
  if (places.length === 0) throw new Error('the graph takes no text anywhere');
  const everyRole = { roles: [...roles], scope: '51/5101/' };
  const faults = new Set<string>();
  const send = async (place: TextPlace, text: string): Promise<void> => {
    const { errors } = await service.answer(buildActor(everyRole), place.document, place.variablesWith(text));
    const codes = (errors ?? []).map(({ extensions }) => extensions?.code ?? 'NO_CODE');
    if (codes.some((code) => code === 'INTERNAL_SERVER_ERROR' || code === 'NO_CODE')) {
      faults.add(`${place.name} ← ${JSON.stringify(text.slice(0, 40))}`);
    }
  };
  for (const place of places) await Promise.all(oddTexts.map((text) => send(place, text)));
  const random = randomTexts.map((text, index) => [places[index % places.length] as TextPlace, text] as const);
  for (let at = 0; at < random.length; at += oddTexts.length) {
    await Promise.all(random.slice(at, at + oddTexts.length).map(([place, text]) => send(place, text)));
  }
  return [...faults];
}
