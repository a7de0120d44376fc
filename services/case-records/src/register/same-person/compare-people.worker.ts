import { randomBytes } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { blindWith, featuresWith, findDuplicates, type PersonRecord } from '@nuangong/duplicates';

// A key of its own for each comparison: no blinded feature is kept, and none needs to be renewed.
const read = featuresWith(blindWith(randomBytes(32)));
const people = workerData as readonly PersonRecord[];
parentPort?.postMessage(findDuplicates(people.map(read)), []);
