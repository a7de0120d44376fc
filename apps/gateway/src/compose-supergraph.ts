import { access, readFile, writeFile } from 'node:fs/promises';
import { composeServices } from '@apollo/composition';
import { parse } from 'graphql';

const names = ['identity', 'case-records', 'funds', 'employment-legal', 'reporting'] as const;

/**
 * Composes the committed subgraph schemas into `supergraph.graphql`, which is committed too: reviewers see
 * every change of the graph, and a check composes it again and fails if the committed file is out of date.
 */
async function composeSupergraph(): Promise<void> {
  const services = [];
  for (const name of names) {
    const file = new URL(`../../../services/${name}/schema.graphql`, import.meta.url);
    if (
      !(await access(file).then(
        () => true,
        () => false,
      ))
    )
      continue;
    services.push({ name, url: `http://${name}/graphql`, typeDefs: parse(await readFile(file, 'utf8')) });
  }
  const composed = composeServices(services);
  if (composed.errors !== undefined) {
    throw new Error(`The subgraphs do not compose:\n${composed.errors.map((one) => one.message).join('\n')}`);
  }
  await writeFile(new URL('../supergraph.graphql', import.meta.url), `${composed.supergraphSdl.trim()}\n`);
}

await composeSupergraph();
