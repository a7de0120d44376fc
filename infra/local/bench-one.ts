import { writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { BenchFile } from '@nuangong/measurement';

const [, , file = '', postgresUrl = '', folder = '', output = ''] = process.argv;
const { measure } = (await import(pathToFileURL(file).href)) as BenchFile;
writeFileSync(output, JSON.stringify(await measure({ postgresUrl, folder })));
