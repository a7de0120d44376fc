import type { Role } from '@nuangong/access';
import { createRandom } from '@nuangong/faults/random';
import type { Graph } from '../graph.ts';
import { commandNames, command } from '../request/random-request.ts';
import { noWords } from '../request/words.ts';
import { send } from '../send.ts';
import type { AttackedCity } from './open-city.ts';

/** Each command with the roles that are not refused for lack of permission. */
export type CommandsOfRoles = readonly { readonly name: string; readonly roles: readonly Role[] }[];

/**
 * Has each role of a county send each command once, on no record, and keeps the roles that were not refused as such.
 */
export async function learnCommands(city: AttackedCity, graph: Graph, scope: string): Promise<CommandsOfRoles> {
  const there = city.attackers.filter((attacker) => attacker.scope === scope);
  return Promise.all(
    commandNames(graph).map(async (name) => {
      const roles: Role[] = [];
      for (const attacker of there) {
        const words = { ...noWords, ids: [crypto.randomUUID()], texts: ['x'] };
        const { body } = await send(city.system, attacker, command(createRandom(1), graph, words, name));
        if (attacker.role !== 'PUBLIC' && !JSON.stringify(body).includes('"FORBIDDEN"')) roles.push(attacker.role);
      }
      return { name, roles };
    }),
  );
}
