import type { Role } from '@nuangong/access';
import { createRandom } from '@nuangong/faults/random';
import type { Graph } from '../graph.ts';
import { commandNames, command } from '../request/random-request.ts';
import { noWords } from '../request/words.ts';
import { send } from '../send.ts';
import type { AttackedCity } from './open-city.ts';

/** Each command with the roles that are not told at once that it is not for them. */
export type CommandsOfRoles = readonly { readonly name: string; readonly roles: readonly Role[] }[];

/** Has each role of a county give each command once, about nothing, and keeps who was not refused for the role. */
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
