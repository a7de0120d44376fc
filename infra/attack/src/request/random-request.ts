import { getNamedType, isObjectType, type GraphQLObjectType } from 'graphql';
import type { Random } from '@nuangong/faults/random';
import type { ServiceName } from '@nuangong/local';
import type { Graph } from '../graph.ts';
import { RandomDocument } from './selection.ts';
import { everybodysWords, idsFor, type Words } from './words.ts';

/** A request and where it is sent. */
export type AttackRequest = {
  readonly to: 'gateway' | ServiceName;
  readonly kind: 'QUERY' | 'MUTATION' | 'ENTITIES' | 'FILE';
  /** The document, or a file's path. */
  readonly document: string;
  /** Ids and words that the request names. */
  readonly said: ReadonlySet<string>;
};

/** Mutations on the whole system, which would only end the attack. */
const leftOut = new Set(['replayEvents']);

/** A random well-formed request: a query, a mutation, forged representations to a subgraph, or a file. */
export function randomRequest(random: Random, graph: Graph, words: Words): AttackRequest {
  const document = new RandomDocument(random, words);
  const kind = random.whole(1, 100);
  if (kind <= 22) return forgedEntities(random, graph, words);
  if (kind <= 27) return file(random, words);
  if (kind <= 40) return command(random, graph, words, random.oneOf(commandNames(graph)));
  if (kind <= 60) {
    const { service, schema } = random.oneOf(graph.subgraphs);
    return rooted(random, document, schema.getQueryType(), 'QUERY', service);
  }
  return rooted(random, document, graph.whole.getQueryType(), 'QUERY', 'gateway');
}

/** The commands that attackers send. */
export function commandNames({ whole }: Graph): readonly string[] {
  return Object.keys(whole.getMutationType()?.getFields() ?? {}).filter((name) => !leftOut.has(name));
}

/** One command with random inputs. */
export function command(random: Random, graph: Graph, words: Words, name: string): AttackRequest {
  const document = new RandomDocument(random, { ...words, texts: everybodysWords });
  return rooted(random, document, graph.whole.getMutationType(), 'MUTATION', 'gateway', (one) => one === name);
}

/** Queries whose answers change from moment to moment, or with each reading. */
const ofTheMoment = /(?:Events|DeadLetters?|AuditEntries)$/u;

/** A random query, to be sent twice: before and after another county has worked. */
export function randomQuery(random: Random, graph: Graph, words: Words): AttackRequest {
  const document = new RandomDocument(random, words);
  return rooted(random, document, graph.whole.getQueryType(), 'QUERY', 'gateway', (name) => !ofTheMoment.test(name));
}

function rooted(
  random: Random,
  document: RandomDocument,
  root: GraphQLObjectType | null | undefined,
  kind: 'QUERY' | 'MUTATION',
  to: AttackRequest['to'],
  wanted: (name: string) => boolean = () => true,
): AttackRequest {
  if (root === null || root === undefined) throw new Error(`${to} has no ${kind}`);
  const names = Object.keys(root.getFields()).filter(
    (name) => !name.startsWith('_') && !leftOut.has(name) && wanted(name),
  );
  const several = kind === 'QUERY' && random.chance(25) ? 2 : 1;
  const fields = Array.from({ length: several }, (_, place) => {
    const name = random.oneOf(names);
    const field = document.field(root, name);
    return `f${place}: ${kind === 'MUTATION' ? withOutcome(field, root, name) : field}`;
  });
  return { to, kind, document: `${kind.toLowerCase()} { ${fields.join(' ')} }`, said: document.said };
}

/** Asks a command's answer whether it was carried out, and for which rows. */
function withOutcome(field: string, root: GraphQLObjectType, name: string): string {
  const result = getNamedType(root.getFields()[name]?.type);
  const rows = isObjectType(result) && 'rows' in result.getFields() ? ' rows { id ok }' : '';
  return `${field.slice(0, field.lastIndexOf('}'))} problems { code }${rows} }`;
}

function forgedEntities(random: Random, { subgraphs }: Graph, words: Words): AttackRequest {
  const { service, entities } = random.oneOf(subgraphs.filter((one) => one.entities.length > 0));
  const type = random.oneOf(entities);
  const document = new RandomDocument(random, words);
  const records = idsFor(words, type.name);
  const ids = Array.from({ length: random.whole(1, 5) }, () => random.oneOf(random.chance(80) ? records : words.ids));
  const representations = ids.map((id) => `{ __typename: ${JSON.stringify(type.name)}, id: ${JSON.stringify(id)} }`);
  const body = document.selection(type, 1);
  return {
    to: service,
    kind: 'ENTITIES',
    document: `query { _entities(representations: [${representations.join(', ')}]) { ... on ${type.name}${body} } }`,
    said: new Set([...document.said, ...ids]),
  };
}

/** The addresses of files, as the services' routes have them. */
const files = [
  '/files/funds/vouchers/ID.pdf',
  '/files/funds/batches/ID/vouchers.pdf',
  '/files/funds/batches/ID/vouchers.zip',
  '/files/funds/batches/ID/roster.xlsx',
  '/files/funds/batches/ID/payment-file.csv',
  '/files/funds/batches/ID/payment-file.xlsx',
  '/files/case-records/rosters/ID/marked',
  '/files/case-records/evidence/ID',
  '/files/case-records/case-files/ID/evidence.zip',
  '/files/case-records/decision-sheets/ID.pdf',
  '/files/case-records/decision-sheets/ID.docx',
  '/files/case-records/postings/ID/list.docx',
  '/files/case-records/evidence/ID/preview.jpg',
  '/files/reporting/warmth-table.xlsx?organizationId=ID',
  ...['identity', 'case-records', 'funds', 'employment-legal', 'reporting'].map(
    (service) => `/files/${service}/audit-entries.csv?from=2026-01-01&to=2027-12-31`,
  ),
];

function file(random: Random, words: Words): AttackRequest {
  const path = random.oneOf(files);
  if (!path.includes('ID')) return { to: 'gateway', kind: 'FILE', document: path, said: new Set() };
  const id = random.oneOf(random.chance(80) ? idsFor(words, path) : words.ids);
  return { to: 'gateway', kind: 'FILE', document: path.replace('ID', id), said: new Set([id]) };
}
