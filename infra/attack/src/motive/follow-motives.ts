import { counties, type AttackedCity } from '../city/open-city.ts';
import type { Attacker } from '../city/attacker.ts';
import type { Graph } from '../graph.ts';
import type { Leak } from '../judge.ts';
import { everythingOf } from '../request/everything-of.ts';
import { identityNumberOf } from '../request/lawful-text.ts';
import type { AttackRequest } from '../request/random-request.ts';
import { send, type Answer } from '../send.ts';
import { motives } from './motives.ts';

/** One request of somebody with a motive, its answer, and leaks beyond those in the answer. */
export type Tried = {
  readonly seed: string;
  readonly attacker: Attacker;
  readonly request: AttackRequest;
  readonly answer: Answer;
  readonly gained: readonly Leak[];
};

const [own, other] = counties;
/** Identity numbers of people that the second county registered, known to attackers of the first. */
const strangers = Array.from({ length: 12 }, (_, place) => identityNumberOf(other.code, place));
const texts = /"((?:[^"\\]|\\.)*)"/gu;

/** Runs all motives, one after another, in the first county. */
export async function followMotives(
  city: AttackedCity,
  graph: Graph,
  strangersHouseholds: readonly string[],
  note: (tried: Tried) => void,
): Promise<void> {
  let fresh = 0;
  const freshNumber = (): string => identityNumberOf('510107', (fresh += 1));
  for (const { what, role, tries } of motives) {
    const attacker = city.attackers.find((one) => one.role === role && one.scope === own.path);
    if (attacker === undefined) throw new Error(`nobody is ${role} at ${own.path}`);
    const ask = async (document: string, to: AttackRequest['to'] = 'gateway'): Promise<Answer> => {
      const said = new Set([...document.matchAll(texts)].map(([, text]) => text ?? ''));
      const request: AttackRequest = {
        to,
        kind: document.startsWith('mutation') ? 'MUTATION' : 'QUERY',
        document,
        said,
      };
      const answer = await send(city.system, attacker, request);
      note({ seed: what, attacker, request, answer, gained: [] });
      return answer;
    };
    const gained = await tries({
      strangers,
      strangersHouseholds,
      freshNumber,
      ask,
      everythingOf: (type, depth) => everythingOf(graph.whole, type, depth),
    });
    const request: AttackRequest = { to: 'gateway', kind: 'QUERY', document: what, said: new Set() };
    if (gained.length > 0)
      note({ seed: what, attacker, request, answer: { status: 200, body: {}, kind: 'ANSWERED' }, gained });
  }
}
