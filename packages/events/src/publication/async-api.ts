import { contracts } from '../contracts.ts';
import { allTopics, type EventContract, type Topic } from '../define-event.ts';
import { exampleOf, type JsonSchema } from './json-schemas.ts';

const catalogue: readonly [string, EventContract][] = Object.entries(contracts);

/** The attributes around an event's data, as JSON Schema: CloudEvents 1.0 with this system's extensions. */
const envelopeSchema = {
  type: 'object',
  required: [
    'specversion',
    'id',
    'type',
    'source',
    'subject',
    'time',
    'datacontenttype',
    'organizationpath',
    'requestid',
    'actor',
    'data',
  ],
  properties: {
    specversion: { const: '1.0' },
    id: { type: 'string', format: 'uuid', description: 'Identical when the same event is delivered again' },
    type: { type: 'string' },
    source: { enum: [...allTopics], description: 'The service that published the event' },
    subject: { type: 'string', description: 'The entity whose events are delivered in order' },
    time: { type: 'string', format: 'date-time' },
    datacontenttype: { const: 'application/json' },
    organizationpath: { type: 'string', description: 'Codes from the root of the tree down, each ended with /' },
    requestid: { type: 'string', description: 'The request that caused it, through gateway and services' },
    actor: { type: 'string', description: 'A staff id, or the name of the service that acted on its own' },
  },
};

/** The catalogue of topics and events as an AsyncAPI 3.0 document. */
export function asyncApiDocument(): JsonSchema {
  return {
    asyncapi: '3.0.0',
    info: {
      title: 'Nuangong events',
      version: '1.0.0',
      description:
        'The events that services publish to each other. Money is a string of fen digits; dates are local dates.',
    },
    defaultContentType: 'application/cloudevents+json',
    channels: Object.fromEntries(allTopics.map((topic) => [topic, channelOf(topic)])),
    operations: Object.fromEntries(
      allTopics.map((topic) => [
        `publish-${topic}`,
        { action: 'send', channel: { $ref: `#/channels/${topic}` }, title: `What ${topic} publishes` },
      ]),
    ),
    components: {
      messages: Object.fromEntries(catalogue.map(([name, contract]) => [name, messageOf(name, contract)])),
      schemas: { envelope: envelopeSchema },
    },
  };
}

function channelOf(topic: Topic): JsonSchema {
  const theirs = catalogue.filter(([, contract]) => contract.topic === topic);
  return {
    address: topic,
    messages: Object.fromEntries(theirs.map(([name]) => [name, { $ref: `#/components/messages/${name}` }])),
  };
}

function messageOf(name: string, contract: EventContract): JsonSchema {
  return {
    name: contract.type,
    title: contract.name,
    summary: contract.summary,
    contentType: 'application/cloudevents+json',
    payload: {
      allOf: [
        { $ref: '#/components/schemas/envelope' },
        {
          type: 'object',
          properties: { type: { const: contract.type }, data: { $ref: `${name}.json` } },
        },
      ],
    },
    examples: [{ payload: { type: contract.type, data: exampleOf(contract) } }],
  };
}
